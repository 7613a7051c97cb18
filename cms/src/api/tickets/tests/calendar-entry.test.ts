import { locales } from '@gangway/kit';
import { sell } from './sold-order.ts';

/** Folded lines are joined; one value for each property of the entry. */
async function entryOf(locale: string) {
  const sold = await sell();
  const answer = await sold.get(`tickets/${sold.admissions[0]?.id}.ics?locale=${locale}`);
  const text = (await answer.text()).replace(/\r\n[ \t]/g, '');
  const lines = text.split('\r\n');
  const event = lines.slice(lines.indexOf('BEGIN:VEVENT'), lines.indexOf('END:VEVENT'));
  const value = (name: string) => event.find((line) => line.startsWith(name))?.slice(name.length + 1);
  return { ...sold, text, value };
}

const onItsClock = (at: number, zone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' })
    .format(at)
    .replace(/[-:]/g, '')
    .replace(' ', 'T');

describe('a calendar entry', () => {
  it.each(locales)('has the local time, the berth and its point, in %s', async (locale) => {
    const { departure, value } = await entryOf(locale);
    const { timezone, startAt, endAt } = departure.event;
    const delay = departure.leavesAt - startAt;
    expect(value(`DTSTART;TZID=${timezone}`)).toBe(onItsClock(departure.leavesAt, timezone));
    expect(value(`DTEND;TZID=${timezone}`)).toBe(onItsClock(endAt + delay, timezone));
    expect(value('LOCATION')).toContain(departure.berth?.name[locale].replace(/,/g, '\\,'));
    expect(value('GEO')).toBe(`${departure.berth?.latitude};${departure.berth?.longitude}`);
    expect(value('SUMMARY')).toContain(departure.activity.texts[locale]?.title.replace(/,/g, '\\,'));
  });

  it('describes its time zone, stamps in UTC and reminds two hours before', async () => {
    const { departure, text, value } = await entryOf('ru');
    const zone = text.slice(text.indexOf('BEGIN:VTIMEZONE'), text.indexOf('END:VTIMEZONE'));
    expect(zone).toContain(`TZID:${departure.event.timezone}`);
    expect(zone).toContain('TZOFFSETTO:+0300');
    expect(value('DTSTAMP')).toMatch(/^\d{8}T\d{6}Z$/);
    expect(text).toContain('TRIGGER:-PT2H');
  });

  it('names the order and the ticket, and keeps the code to itself', async () => {
    const { order, admissions, text } = await entryOf('en');
    expect(text).toContain(order.number);
    expect(text).toContain(`UID:${admissions[0]?.id}@gangway`);
    expect(text).not.toContain(admissions[0]?.code);
  });
});
