const font = `font-family:Onest,system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans','PingFang SC','Microsoft YaHei','Noto Sans SC',Arial,sans-serif`;

/** Mail programs read styles only where they stand; light values here, dark ones in `darkStyle`. */
export const look = {
  font,
  paper: '#fbfaf7',
  surface: '#ffffff',
  title: `${font};margin:0 0 16px;font-size:26px;line-height:1.2;font-weight:600;color:#0b1f33;letter-spacing:-0.01em`,
  paragraph: 'margin:16px 0;font-size:16px;line-height:1.5',
  rows: 'border-collapse:collapse;table-layout:fixed;margin:0',
  left: 'padding:10px 16px 10px 0;border-top:1px solid #dce4ea;font-size:15px;line-height:1.4;color:#4a5b6c;vertical-align:top;text-align:left',
  right:
    'padding:10px 0;border-top:1px solid #dce4ea;font-size:15px;line-height:1.4;vertical-align:top;text-align:right;font-variant-numeric:tabular-nums',
  wide: 'padding:20px 0 10px;border-top:1px solid #dce4ea;font-size:16px;line-height:1.4;vertical-align:top;text-align:left',
  items: 'margin:8px 0;padding:0 0 0 20px',
  item: 'margin:4px 0;font-size:16px;line-height:1.5',
  rule: 'height:1px;line-height:1px;font-size:1px;background:#dce4ea;border-top:1px solid #dce4ea;margin:24px 0 0',
  link: 'color:#0f5e91;text-decoration:underline',
  buttonFrame: 'margin:24px 0;border-collapse:separate',
  buttonCell: 'border-radius:6px;background:#c8401b',
  button: `${font};display:inline-block;padding:13px 24px;font-size:16px;line-height:1.25;font-weight:600;color:#ffffff;background:#c8401b;border-radius:6px;text-decoration:none`,
  footer: 'font-size:13px;line-height:1.5;color:#4a5b6c',
} as const;

/** The one style sheet of a mail: programs that drop it show the light one. */
export const darkStyle = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
body { margin: 0; padding: 0; width: 100%; -webkit-text-size-adjust: 100%; }
td, p, h1, li { overflow-wrap: break-word; }
@media (max-width: 480px) { .card { padding: 24px 20px !important; } .frame { padding: 12px 8px 28px !important; } }
@media (prefers-color-scheme: dark) {
  body, .paper { background: #0a1622 !important; }
  .card { background: #16293b !important; border-color: #2a4057 !important; }
  .ink, .card { color: #e9f0f6 !important; }
  .soft { color: #9fb3c6 !important; }
  .line { border-color: #2a4057 !important; }
  div.line { background: #2a4057 !important; }
  .link { color: #7cc4f2 !important; }
  .button { background: #ff8a5c !important; color: #0a1622 !important; }
  .wave { border-color: #7cc4f2 !important; }
}`;
