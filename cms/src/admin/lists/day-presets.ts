import { startOfDay } from '../fields/zoned-time/wall-time.ts';

export const dayPresets = ['today', 'tomorrow', 'week', 'upcoming', 'all'] as const;
export type DayPreset = (typeof dayPresets)[number];

/** One condition of a list as Strapi keeps it in the address. */
export type Condition = Record<string, unknown>;
type Moment = { now: Date; zone: string };

const spans: Record<Exclude<DayPreset, 'all'>, { from: number; to?: number }> = {
  today: { from: 0, to: 1 },
  tomorrow: { from: 1, to: 2 },
  week: { from: 0, to: 7 },
  upcoming: { from: 0 },
};

// Strapi shows a condition with one value as a chip beside the filters, and one with two values not at all.
const farAhead = '2100-01-01T00:00:00.000Z';

/** The conditions of a preset on the start of departures, by the days of the zone. */
export function presetConditions(preset: DayPreset, moment: Moment): Condition[] {
  if (preset === 'all') return [];
  const { from, to } = spans[preset];
  const end = to === undefined ? farAhead : startOfDay({ ...moment, days: to });
  return [{ startAt: { $between: [startOfDay({ ...moment, days: from }), end] } }];
}

const isAboutStart = (condition: Condition): boolean => 'startAt' in condition;

/** Which preset the list shows; undefined when a manager asks for other times. */
export function presetOf(conditions: Condition[], moment: Moment): DayPreset | undefined {
  const shown = JSON.stringify(conditions.filter(isAboutStart));
  return dayPresets.find((preset) => JSON.stringify(presetConditions(preset, moment)) === shown);
}

/** The conditions with another preset; what a manager filters by besides the start stays. */
export const withPreset = (conditions: Condition[], preset: DayPreset, moment: Moment): Condition[] => [
  ...presetConditions(preset, moment),
  ...conditions.filter((condition) => !isAboutStart(condition)),
];

/** Strapi remembers the conditions of a list: the presets of an earlier day have to move on to today. */
export function isStale(conditions: Condition[], moment: Moment): boolean {
  const spans = conditions.filter(isAboutStart).map(spanOf);
  const [since, until] = spans.length === 1 ? (spans[0] ?? []) : [];
  if (!since || !until) return false;
  return since < startOfDay(moment) && presetOf(conditions, moment) === undefined;
}

const spanOf = ({ startAt }: Condition): string[] => {
  const between = (startAt as { $between?: unknown }).$between;
  return Array.isArray(between) ? between.map(String) : [];
};
