/** Style of the payment page and of the page for people who test; nothing is fetched from anywhere. */
export const style = `
:root {
  --back: #f3f2f7; --card: #ffffff; --line: #dedbe8; --ink: #1b1630; --soft: #645e78; --brand: #6a35d9; --brand-ink: #ffffff;
  --brand-soft: #efe9fc; --good: #14784f; --good-soft: #e2f4ea; --bad: #b3261e; --bad-soft: #fdeceb; --warn: #805300; --warn-soft: #fff3d9;
}
@media (prefers-color-scheme: dark) {
  :root {
    --back: #14111c; --card: #1f1b2b; --line: #3a3450; --ink: #f1eff8; --soft: #aaa3c0; --brand: #b196ff; --brand-ink: #1b1033;
    --brand-soft: #2d2447; --good: #7fd6a8; --good-soft: #17352a; --bad: #ff9d94; --bad-soft: #43201f; --warn: #f2c879; --warn-soft: #3a2d12;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; min-height: 100vh; background: var(--back); color: var(--ink); font-size: 16px; line-height: 1.45;
  font-family: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Noto Sans SC', sans-serif;
}
a { color: var(--brand); text-underline-offset: 3px; }
h1, h2, h3, p { margin: 0; }
.top { display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: center; justify-content: space-between; max-width: 960px; margin: 0 auto; padding: 20px 24px; }
.top.wide { max-width: 1240px; }
.mark { display: inline-flex; gap: 10px; align-items: center; font-weight: 700; font-size: 18px; color: var(--ink); text-decoration: none; }
.mark i { width: 26px; height: 26px; border-radius: 50%; background: var(--brand); position: relative; display: inline-block; }
.mark i::after { content: ''; position: absolute; inset: 7px; border-radius: 50%; background: var(--back); }
.languages { display: flex; gap: 14px; font-size: 14px; } .languages [aria-current] { font-weight: 600; }
.note { background: var(--warn-soft); color: var(--warn); text-align: center; font-size: 14px; padding: 7px 16px; }
.pay { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 7fr); max-width: 960px; margin: 12px auto 24px; background: var(--card); border: 1px solid var(--line); border-radius: 20px; overflow: hidden; }
.pay > * { padding: 36px; }
.sum { background: var(--brand-soft); display: flex; flex-direction: column; gap: 6px; }
.sum .amount { font-size: 40px; line-height: 1.1; font-weight: 700; letter-spacing: -0.02em; font-variant-numeric: tabular-nums; margin-bottom: 18px; overflow-wrap: anywhere; }
.soft { color: var(--soft); } .small { font-size: 14px; }
.sum .what { font-weight: 600; }
.sum .until { margin-top: auto; padding-top: 28px; }
.tabs { display: flex; gap: 8px; margin-bottom: 24px; flex-wrap: wrap; }
.tabs a, .tabs span { padding: 9px 16px; min-height: 42px; border-radius: 10px; border: 1px solid var(--line); text-decoration: none; color: var(--ink); font-weight: 500; }
.tabs [aria-current] { background: var(--brand); border-color: var(--brand); color: var(--brand-ink); }
form { margin: 0; }
.fields { display: grid; grid-template-columns: 1fr 1fr; gap: 16px; }
.fields .whole { grid-column: 1 / -1; }
label { display: block; font-size: 14px; color: var(--soft); margin-bottom: 6px; }
input, select { width: 100%; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--soft); border-radius: 10px; padding: 11px 14px; min-height: 48px; font-variant-numeric: tabular-nums; }
input[aria-invalid=true] { border-color: var(--bad); box-shadow: inset 0 0 0 1px var(--bad); }
.wrong { color: var(--bad); font-size: 14px; margin-top: 6px; }
button, .button { display: inline-block; font: inherit; font-weight: 600; text-align: center; text-decoration: none; cursor: pointer; border-radius: 12px; padding: 13px 20px; min-height: 50px; border: 1px solid var(--line); background: var(--card); color: var(--ink); }
button:hover, .button:hover { border-color: var(--brand); }
.primary { width: 100%; background: var(--brand); border-color: var(--brand); color: var(--brand-ink); margin-top: 20px; }
.primary:hover { filter: brightness(1.08); }
.quiet { background: none; border: none; color: var(--soft); font-weight: 500; text-decoration: underline; text-underline-offset: 3px; padding: 10px 0; min-height: 44px; }
.quiet:hover { color: var(--ink); }
.foot { display: flex; flex-wrap: wrap; gap: 4px 20px; justify-content: space-between; align-items: center; margin-top: 14px; }
:focus-visible { outline: 3px solid var(--brand); outline-offset: 2px; }
.banner { border-radius: 12px; padding: 14px 16px; margin-bottom: 22px; } .banner strong { display: block; }
.bad { background: var(--bad-soft); color: var(--bad); } .good { background: var(--good-soft); color: var(--good); }
details { max-width: 960px; margin: 0 auto 48px; background: var(--card); border: 1px solid var(--line); border-radius: 20px; padding: 24px 36px; }
.columns { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 7fr); gap: 8px 36px; }
summary { cursor: pointer; font-weight: 600; padding: 4px 0; }
details h3 { font-size: 14px; margin: 16px 0 8px; }
.cards { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 8px; }
.cards a { display: inline-block; padding: 7px 11px; border: 1px solid var(--line); border-radius: 8px; text-decoration: none; color: var(--ink); font-size: 14px; font-variant-numeric: tabular-nums; }
.cards a:hover { border-color: var(--brand); }
.declines { border-collapse: collapse; width: 100%; font-size: 14px; }
.declines th { text-align: left; font-weight: 400; padding: 5px 8px 5px 0; } .declines td { padding: 5px 0 5px 8px; }
.one { max-width: 520px; margin: 40px auto; background: var(--card); border: 1px solid var(--line); border-radius: 20px; padding: 40px; text-align: center; }
.one h1 { font-size: 28px; line-height: 1.2; margin-bottom: 10px; letter-spacing: -0.01em; } .one .amount { font-size: 22px; font-weight: 600; margin: 14px 0; font-variant-numeric: tabular-nums; }
.one .primary { width: auto; min-width: 240px; } .one form { text-align: left; } .one form .primary { width: 100%; }
.sign { width: 64px; height: 64px; border-radius: 50%; margin: 0 auto 20px; display: grid; place-items: center; font-size: 30px; font-weight: 700; }
.bank { border-top: 6px solid #1f7a5a; }
.facts { display: grid; grid-template-columns: auto 1fr; gap: 6px 16px; margin: 20px 0; text-align: left; } .facts dt { color: var(--soft); } .facts dd { margin: 0; text-align: right; font-variant-numeric: tabular-nums; }
.panel { max-width: 1240px; margin: 0 auto; padding: 8px 24px 64px; display: grid; gap: 24px; } .panel h1 { font-size: 32px; letter-spacing: -0.01em; } .panel h2 { font-size: 20px; margin-bottom: 14px; }
.box { background: var(--card); border: 1px solid var(--line); border-radius: 16px; padding: 24px; min-width: 0; }
.grid { display: grid; gap: 16px 20px; grid-template-columns: repeat(auto-fill, minmax(220px, 1fr)); align-items: end; }
.check { display: flex; gap: 10px; align-items: center; min-height: 48px; color: var(--ink); font-size: 16px; margin: 0; } .check input { width: 20px; min-height: 20px; height: 20px; accent-color: var(--brand); flex: none; }
.scroll { overflow-x: auto; } .list { border-collapse: collapse; width: 100%; font-size: 14px; } .list th { text-align: left; color: var(--soft); font-weight: 500; } .list th, .list td { padding: 9px 16px 9px 0; border-bottom: 1px solid var(--line); vertical-align: top; white-space: nowrap; } .list .number { text-align: right; font-variant-numeric: tabular-nums; }
.tag { display: inline-block; padding: 2px 9px; border-radius: 6px; font-size: 13px; background: var(--brand-soft); } .tag.good { background: var(--good-soft); } .tag.bad { background: var(--bad-soft); }
.row { display: flex; flex-wrap: wrap; gap: 12px; margin-top: 18px; align-items: end; } .row .primary { width: auto; margin: 0; }
@media (max-width: 760px) {
  .top { padding: 14px 16px; } .pay { grid-template-columns: minmax(0, 1fr); margin: 0; border-radius: 0; border-left: 0; border-right: 0; }
  .pay > * { padding: 20px 16px 24px; } details { margin: 16px; padding: 16px; } .columns { grid-template-columns: minmax(0, 1fr); } .sum .amount { font-size: 32px; margin-bottom: 8px; } .sum .until { padding-top: 6px; margin-top: 0; }
  .one { margin: 16px; padding: 28px 20px; } .panel { padding: 8px 16px 48px; } .box { padding: 18px 16px; }
}
`;

/** Groups the digits while they are typed; without it the form works all the same. */
export const script = `
const grouped = (text, size, sign) => (text.match(new RegExp('.{1,' + size + '}', 'g')) ?? []).join(sign);
const follow = (id, form) => {
  const field = document.getElementById(id);
  field?.addEventListener('input', () => {
    if (field.selectionStart === field.value.length) field.value = form(field.value.replace(/\\D/g, ''));
  });
};
follow('number', (digits) => grouped(digits.slice(0, 19), 4, ' '));
follow('expiry', (digits) => grouped(digits.slice(0, 4), 2, ' / '));
`;
