import type { Locale } from '@gangway/kit';
import type { MessageSender } from '../../../contract/notifications.ts';
import { darkStyle, look } from './look.ts';
import { clean, escapeHtml } from './safe-text.ts';

type Letter = {
  locale: Locale;
  subject: string;
  /** The line that mail programs show beside the subject. */
  preview: string;
  /** HTML of the body. */
  body: string;
  sender: MessageSender | undefined;
};

const languageTags: Record<Locale, string> = { ru: 'ru', en: 'en', zh: 'zh-Hans' };

/** A whole mail: tables and inline styles, because mail programs understand little else. */
export function letter({ locale, subject, preview, body, sender }: Letter): string {
  const text = (value: string) => escapeHtml(clean(value));
  return `<!doctype html>
<html lang="${languageTags[locale]}">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<meta name="supported-color-schemes" content="light dark" />
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no" />
<title>${text(subject)}</title>
<style>${darkStyle}</style>
</head>
<body class="paper" style="margin:0;padding:0;background:${look.paper}">
<div style="display:none;max-height:0;overflow:hidden;mso-hide:all">${text(preview)}</div>
<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" style="background:${look.paper}">
<tr><td class="frame" align="center" style="padding:28px 16px 40px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:600px;${look.font};text-align:left">
${head(sender)}
<tr><td class="card" style="padding:32px;background:${look.surface};border:1px solid #dce4ea;border-radius:14px;color:#0b1f33;${look.font}">
${body}
</td></tr>
${foot(sender)}
</table>
</td></tr>
</table>
</body>
</html>`;
}

function head(sender: MessageSender | undefined): string {
  if (!sender) return '';
  const name = escapeHtml(clean(sender.name));
  return `<tr><td class="ink" style="padding:0 4px 14px;font-size:18px;line-height:1.3;font-weight:600;color:#0b1f33;${look.font}">${name}</td></tr>`;
}

function foot(sender: MessageSender | undefined): string {
  if (!sender) return '';
  const lines = sender.lines.map((line) => escapeHtml(clean(line))).join('<br />');
  return `<tr><td class="soft" style="padding:20px 4px 0;${look.footer};${look.font}">${lines}</td></tr>`;
}

/** The same frame in plain text. */
export function plainLetter({ text, sender }: { text: string; sender: MessageSender | undefined }): string {
  const tidy = text
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
  if (!sender) return `${tidy}\n`;
  return `${tidy}\n\n--\n${[sender.name, ...sender.lines].map(clean).join('\n')}\n`;
}
