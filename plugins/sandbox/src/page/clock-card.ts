import { html } from '@gangway/kit';
import type { Html, Locale } from '@gangway/kit';
import type { ClockAnswer, ClockState } from '../cms-clock.ts';
import { steps } from '../clock-move.ts';
import { localTime } from '../zoned-time.ts';
import { spanText } from './span-text.ts';
import { languageTags, texts } from './texts.ts';

export type ClockView = { locale: Locale; timeZone: string; answer: ClockAnswer };

/** The clock, or the reason why it cannot be shown. */
export function clockCard(view: ClockView): Html {
  const t = texts[view.locale];
  return html`<section class="card" aria-labelledby="clock-title">
    <h2 id="clock-title">${t.clock}</h2>
    <p class="soft">${t.clockLead}</p>
    ${'state' in view.answer ? running(view.answer.state, view) : html`<p class="notice bad" role="alert">${t[view.answer.trouble]}</p>`}
  </section>`;
}

function running(state: ClockState, { locale, timeZone }: ClockView): Html {
  return html`${face(state, locale, timeZone)}
    <form method="post" action="/clock?locale=${locale}">
      <div class="row">${stepButtons(locale)}</div>
    </form>
    ${settingForm(state, locale, timeZone)} ${resetForm(state, locale)}`;
}

function face({ now, offsetMs }: ClockState, locale: Locale, timeZone: string): Html {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(languageTags[locale], { timeZone, ...options }).format(now);
  const time = format({ hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
  const date = format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  return html`<p class="face">
      <time
        id="clock-time"
        data-now="${now.getTime()}"
        data-zone="${timeZone}"
        datetime="${now.toISOString()}"
        >${time}</time
      >
    </p>
    <p class="date">
      <span id="clock-date" data-language="${languageTags[locale]}">${date}</span>
      <span class="soft">${zoneName(now, locale, timeZone)}</span>
    </p>
    <p class="${offsetMs === 0 ? 'tag good' : 'tag warn'}">${offsetText(offsetMs, locale)}</p>`;
}

function zoneName(now: Date, locale: Locale, timeZone: string): string {
  const parts = new Intl.DateTimeFormat(languageTags[locale], {
    timeZone,
    timeZoneName: 'long',
  }).formatToParts(now);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
}

function offsetText(offsetMs: number, locale: Locale): string {
  const t = texts[locale];
  if (offsetMs === 0) return t.realTime;
  return `${offsetMs > 0 ? t.ahead : t.behind} ${spanText(Math.abs(offsetMs), languageTags[locale])}`;
}

function stepButtons(locale: Locale): Html[] {
  const t = texts[locale];
  const names = { '15m': t.step15m, '1h': t.step1h, '1d': t.step1d };
  return (Object.keys(steps) as (keyof typeof steps)[]).map(
    (step) => html`<button name="step" value="${step}">${names[step]}</button>`,
  );
}

function settingForm({ now }: ClockState, locale: Locale, timeZone: string): Html {
  const t = texts[locale];
  return html`<form method="post" action="/clock?locale=${locale}" class="row">
    <label for="to">${t.setTo}</label>
    <input id="to" name="to" type="datetime-local" required value="${localTime(now, timeZone)}" />
    <button class="primary">${t.set}</button>
  </form>`;
}

function resetForm({ offsetMs }: ClockState, locale: Locale): Html | undefined {
  if (offsetMs === 0) return undefined;
  return html`<form method="post" action="/clock?locale=${locale}">
    <button class="quiet" name="reset" value="yes">${texts[locale].reset}</button>
  </form>`;
}
