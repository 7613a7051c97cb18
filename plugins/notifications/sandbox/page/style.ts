/** The tokens of the house, light and dark; nothing is fetched from anywhere. */
export const style = `
:root {
  --paper: #fbfaf7; --surface: #ffffff; --line: #dce4ea; --ink: #0b1f33; --ink-soft: #4a5b6c;
  --water: #0f5e91; --warn: #8a5a00; --warn-paper: #fff4dc; --bad: #b3261e; --bad-paper: #fdecea;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #0a1622; --surface: #16293b; --line: #2a4057; --ink: #e9f0f6; --ink-soft: #9fb3c6;
    --water: #7cc4f2; --warn: #f2c879; --warn-paper: #3a2d12; --bad: #ff9d94; --bad-paper: #43201f;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink); line-height: 1.5; font-size: 16px;
  font-family: Onest, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans SC', sans-serif;
}
header, main { max-width: 900px; margin: 0 auto; padding: 0 20px; }
header { display: flex; flex-wrap: wrap; gap: 8px 24px; align-items: center; justify-content: space-between; padding-top: 20px; padding-bottom: 16px; border-bottom: 1px solid var(--line); }
main { padding-top: 28px; padding-bottom: 64px; }
.brand { font-weight: 600; font-size: 18px; color: var(--ink); text-decoration: none; }
.brand span { font-weight: 400; color: var(--ink-soft); }
nav { display: flex; gap: 16px; font-size: 14px; }
nav [aria-current] { font-weight: 600; }
a { color: var(--water); text-underline-offset: 3px; }
h1 { font-size: 28px; line-height: 1.15; margin: 0 0 8px; overflow-wrap: anywhere; }
.lead, .soft { color: var(--ink-soft); }
.lead { margin: 0 0 24px; max-width: 60ch; }
form { display: flex; flex-wrap: wrap; gap: 12px; align-items: end; margin: 0 0 20px; }
label { display: grid; gap: 4px; font-size: 14px; color: var(--ink-soft); flex: 1 1 200px; }
label.tick { display: flex; align-items: center; gap: 10px; flex: 1 1 auto; color: var(--ink); min-height: 44px; }
label.short { flex: 0 1 130px; }
input, button { font: inherit; color: var(--ink); background: var(--surface); border: 1px solid var(--ink-soft); border-radius: 6px; padding: 9px 14px; min-height: 44px; min-width: 0; }
input[type='checkbox'] { width: 20px; height: 20px; min-height: 0; accent-color: var(--water); }
button { cursor: pointer; font-weight: 500; border-color: var(--line); }
button:hover { border-color: var(--water); }
.quiet { background: none; border-color: transparent; color: var(--water); padding-left: 0; padding-right: 0; text-decoration: underline; text-underline-offset: 3px; }
:focus-visible { outline: 2px solid var(--water); outline-offset: 2px; }
.letters { list-style: none; margin: 0; padding: 0; background: var(--surface); border: 1px solid var(--line); border-radius: 14px; overflow: hidden; }
.letters li + li { border-top: 1px solid var(--line); }
.letters a { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 2px 16px; padding: 14px 20px; color: inherit; text-decoration: none; }
.letters a:hover { background: color-mix(in srgb, var(--water) 8%, transparent); }
.letters .subject { font-weight: 600; grid-column: 1 / -1; overflow-wrap: anywhere; }
.letters .who { overflow-wrap: anywhere; font-size: 14px; color: var(--ink-soft); }
time { font-variant-numeric: tabular-nums; font-size: 14px; color: var(--ink-soft); white-space: nowrap; }
.tags { display: flex; flex-wrap: wrap; gap: 8px; grid-column: 1 / -1; font-size: 14px; }
.tag { padding: 2px 10px; border-radius: 6px; border: 1px solid var(--line); }
.warn { color: var(--warn); background: var(--warn-paper); border-color: transparent; }
.bad { color: var(--bad); background: var(--bad-paper); border-radius: 6px; padding: 12px 16px; }
details { border: 1px solid var(--line); border-radius: 14px; padding: 12px 20px; margin-top: 24px; background: var(--surface); }
summary { cursor: pointer; min-height: 32px; line-height: 32px; }
details form { margin: 12px 0 0; }
.empty { border: 1px dashed var(--line); border-radius: 14px; padding: 28px 24px; }
.empty p { margin: 4px 0 0; }
dl { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 4px 16px; margin: 16px 0 20px; font-size: 14px; }
dt { color: var(--ink-soft); } dd { margin: 0; overflow-wrap: anywhere; }
.files { list-style: none; display: flex; flex-wrap: wrap; gap: 8px; margin: 0 0 20px; padding: 0; }
.files a { display: block; padding: 9px 14px; border: 1px solid var(--line); border-radius: 6px; background: var(--surface); overflow-wrap: anywhere; }
.views { flex-wrap: wrap; font-size: 16px; margin-bottom: 12px; }
iframe, pre { width: 100%; border: 1px solid var(--line); border-radius: 14px; background: var(--surface); margin: 0; display: block; }
iframe { height: max(520px, 78vh); }
pre { padding: 20px; white-space: pre-wrap; overflow-wrap: anywhere; font-size: 14px; line-height: 1.5; font-family: ui-monospace, 'SF Mono', Menlo, Consolas, 'Noto Sans Mono', monospace; }
@media (max-width: 480px) { header, main { padding-left: 14px; padding-right: 14px; } h1 { font-size: 22px; } .letters a { padding: 12px 14px; } }
`;
