import { instantOf } from './zoned-time.ts';

/** What cms is asked to do with the clock. */
export type ClockMove = { shiftMs: number } | { now: string } | { reset: true };

const minute = 60_000;

/** The steps of the page, by the value of their button. */
export const steps = { '15m': 15 * minute, '1h': 60 * minute, '1d': 24 * 60 * minute } as const;

/** Reads the clock's form; undefined when it holds nothing that can be done. */
export function clockMove(form: URLSearchParams, timeZone: string): ClockMove | undefined {
  const step = form.get('step');
  if (step !== null)
    return Object.hasOwn(steps, step) ? { shiftMs: steps[step as keyof typeof steps] } : undefined;
  if (form.get('reset') === 'yes') return { reset: true };
  const instant = instantOf(form.get('to') ?? '', timeZone);
  return instant && { now: instant.toISOString() };
}
