import type { ComingDeparture } from './store/coming-departures.ts';

const minuteMilliseconds = 60_000;
const dayMilliseconds = 86_400_000;
const shownDays = 7;

/** Departures that sell or sailed; drafts and cancelled ones are no part of a day's offer. */
const counts = ({ state }: ComingDeparture): boolean => state !== 'draft' && state !== 'cancelled';

/** A trip that leaves late is back as much later. */
const endsAt = ({ endAt, delayMinutes }: ComingDeparture): number =>
  Date.parse(endAt) + delayMinutes * minuteMilliseconds;

/** What the home page shows of the departures around `now`; `today` is the date on the clock of the business. */
export function homeOf({
  departures,
  now,
  today,
}: {
  departures: ComingDeparture[];
  now: Date;
  today: string;
}) {
  const ofToday = departures.filter(
    (one) => one.day === 0 && one.state !== 'draft' && endsAt(one) > now.getTime(),
  );
  return {
    now: now.toISOString(),
    today: ofToday.map(({ day: _day, ...departure }) => departure),
    days: Array.from({ length: shownDays }, (_none, day) => dayOf({ departures, day, today })),
  };
}

function dayOf({ departures, day, today }: { departures: ComingDeparture[]; day: number; today: string }) {
  const sailing = departures.filter((one) => one.day === day && counts(one));
  return {
    date: new Date(Date.parse(`${today}T00:00:00Z`) + day * dayMilliseconds).toISOString().slice(0, 10),
    departures: sailing.length,
    places: sailing.reduce((total, { capacity }) => total + capacity, 0),
  };
}

/** The date that a clock in the zone shows. */
export const dateIn = (now: Date, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(now);
