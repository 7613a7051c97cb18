/** A schedule as its form holds it. */
export type ScheduleForm = Record<string, unknown>;

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** The question of `GET /api/admin/catalog/departures-preview` for a schedule; undefined while it cannot be asked. */
export function previewQuery(schedule: ScheduleForm): URLSearchParams | undefined {
  const picked = days.filter((day) => schedule[day] === true).join(',');
  const needed = {
    timezone: text(schedule.timezone),
    seasonFrom: text(schedule.seasonFrom),
    seasonTo: text(schedule.seasonTo),
    days: picked,
    times: text(schedule.times),
  };
  if (Object.values(needed).some((value) => value === '')) return undefined;
  const query = new URLSearchParams(needed);
  if (text(schedule.exceptions)) query.set('exceptions', text(schedule.exceptions));
  if (typeof schedule.horizonDays === 'number') query.set('horizonDays', String(schedule.horizonDays));
  return query;
}

export type Preview = { total: number; perDay: { date: string; times: string[] }[] };

/** First and last day on which something sails, as people write them. */
export function previewSpan({ perDay }: Preview, tag: string): { from: string; to: string } {
  const say = (date: string | undefined) => (date ? dayText(date, tag) : '');
  return { from: say(perDay[0]?.date), to: say(perDay.at(-1)?.date) };
}

const dayText = (date: string, tag: string): string =>
  new Intl.DateTimeFormat(tag, { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' }).format(
    new Date(`${date}T00:00:00Z`),
  );
