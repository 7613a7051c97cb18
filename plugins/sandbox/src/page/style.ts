/** The tokens of the house, light and dark; no font or picture is fetched from anywhere. */
export const style = `
:root {
  --paper: #fbfaf7; --surface: #ffffff; --line: #dce4ea; --ink: #0b1f33; --ink-soft: #4a5b6c;
  --water: #0f5e91; --signal: #c8401b; --on-signal: #ffffff;
  --good: #1b7f5c; --good-paper: #e7f4ee; --warn: #8a5a00; --warn-paper: #fff4dc; --bad: #b3261e; --bad-paper: #fdecea;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #0a1622; --surface: #16293b; --line: #2a4057; --ink: #e9f0f6; --ink-soft: #9fb3c6;
    --water: #7cc4f2; --signal: #ff8a5c; --on-signal: #0a1622;
    --good: #7fd6b1; --good-paper: #12332b; --warn: #f2c879; --warn-paper: #3a2d12; --bad: #ff9d94; --bad-paper: #43201f;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--paper); color: var(--ink); line-height: 1.5; font-size: 16px;
  font-family: Onest, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans SC', sans-serif;
}
header, main { max-width: 760px; margin: 0 auto; padding: 0 20px; }
header {
  display: flex; flex-wrap: wrap; gap: 8px 24px; align-items: center; justify-content: space-between;
  padding-top: 20px; padding-bottom: 16px; border-bottom: 1px solid var(--line);
}
main { padding-top: 28px; padding-bottom: 64px; }
.brand { display: inline-flex; gap: 10px; align-items: center; font-weight: 600; font-size: 18px; color: var(--ink); text-decoration: none; }
.brand .soft { font-weight: 400; }
.hull { stroke: var(--ink); } .plank { stroke: var(--signal); } .wave { stroke: var(--water); }
nav { display: flex; gap: 16px; font-size: 14px; }
nav [aria-current] { font-weight: 600; }
a { color: var(--water); text-underline-offset: 3px; }
h1 { font-size: 36px; line-height: 1.15; margin: 0 0 8px; letter-spacing: -0.01em; }
h2 { font-size: 22px; line-height: 1.15; margin: 0 0 4px; }
h3 { font-size: 18px; line-height: 1.3; margin: 0 0 4px; }
p { margin: 0 0 12px; }
.lead { font-size: 18px; color: var(--ink-soft); max-width: 60ch; margin-bottom: 28px; }
.soft { color: var(--ink-soft); }
.card { background: var(--surface); border: 1px solid var(--line); border-radius: 14px; padding: 24px; margin-bottom: 36px; }
.face { font-size: 48px; line-height: 1.15; font-weight: 600; margin: 20px 0 0; font-variant-numeric: tabular-nums; letter-spacing: -0.02em; }
.date { font-size: 18px; margin-bottom: 12px; }
.date .soft { font-size: 14px; margin-left: 8px; }
.tag { display: inline-block; font-size: 14px; padding: 4px 10px; border-radius: 6px; margin-bottom: 24px; }
.notice { padding: 12px 16px; border-radius: 6px; margin-bottom: 20px; border-left: 4px solid currentColor; }
.card .notice { margin: 16px 0 0; }
.good { color: var(--good); background: var(--good-paper); }
.warn { color: var(--warn); background: var(--warn-paper); }
.bad { color: var(--bad); background: var(--bad-paper); }
form { margin: 0 0 16px; } form:last-child { margin-bottom: 0; }
.row { display: flex; flex-wrap: wrap; gap: 12px; align-items: center; }
button, input { font: inherit; color: inherit; border-radius: 6px; border: 1px solid var(--line); background: var(--paper); padding: 9px 16px; min-height: 44px; }
input { font-variant-numeric: tabular-nums; border-color: var(--ink-soft); max-width: 100%; }
button { cursor: pointer; font-weight: 500; transition: border-color 120ms; }
button:hover { border-color: var(--water); }
.primary { background: var(--signal); border-color: var(--signal); color: var(--on-signal); font-weight: 600; }
.primary:hover { border-color: var(--ink); }
.quiet { background: none; border-color: transparent; color: var(--water); padding-left: 0; text-decoration: underline; text-underline-offset: 3px; }
.quiet:hover { border-color: transparent; color: var(--ink); }
:focus-visible { outline: 2px solid var(--water); outline-offset: 2px; }
.services { list-style: none; padding: 0; margin: 16px 0 0; display: grid; gap: 16px; grid-template-columns: repeat(auto-fill, minmax(240px, 1fr)); }
.services .card { margin: 0; padding: 20px; } .services p { margin: 0; }
.objects { overflow-x: auto; margin-bottom: 36px; } table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { text-align: start; padding: 10px 16px 10px 0; border-bottom: 1px solid var(--line); white-space: nowrap; }
.number { text-align: end; font-variant-numeric: tabular-nums; }
.empty { border: 1px dashed var(--line); border-radius: 14px; padding: 28px 24px; margin-top: 16px; }
.empty p { margin: 0; }
@media (max-width: 480px) { h1 { font-size: 28px; } .face { font-size: 36px; } .card { padding: 20px; } label { width: 100%; } }
@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
`;

export const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="none" stroke-width="2.4" stroke-linecap="round" stroke-linejoin="round"><rect width="32" height="32" rx="7" fill="#0b1f33"/><path stroke="#e9f0f6" d="M14 8h14l-3 11H17z"/><path stroke="#ff8a5c" d="M3 19 15 11"/><path stroke="#7cc4f2" d="M4 25c3 0 3-2 6-2s3 2 6 2 3-2 6-2 3 2 6 2"/></svg>`;

/** Lets the shown time run on. Without it the page shows the time at which it was asked for. */
export const clockScript = `
const time = document.getElementById('clock-time');
const date = document.getElementById('clock-date');
if (time && date) {
  const began = performance.now();
  const { now, zone: timeZone } = time.dataset;
  const clockFormat = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
  const dateFormat = new Intl.DateTimeFormat(date.dataset.language, { timeZone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  setInterval(() => {
    const instant = new Date(Number(now) + performance.now() - began);
    time.textContent = clockFormat.format(instant);
    date.textContent = dateFormat.format(instant);
  }, 250);
}
`;
