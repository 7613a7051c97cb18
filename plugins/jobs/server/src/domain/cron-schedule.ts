import { Cron } from 'croner';
import type { AnyJob, RegisteredCron } from './definition.ts';

export type Schedule = Pick<RegisteredCron, 'schedule' | 'timezone'>;

/** The first slot after `since`; undefined when the schedule never comes again. */
export function nextSlot({ schedule, timezone = 'UTC' }: Schedule, since: Date): Date | undefined {
  return new Cron(schedule, { timezone, paused: true, mode: '5-part' }).nextRun(since) ?? undefined;
}

export function isDue({ cron, lastRun, now }: { cron: Schedule; lastRun: Date; now: Date }): boolean {
  const slot = nextSlot(cron, lastRun);
  return slot !== undefined && slot <= now;
}

/** What is wrong with a cron, as a sentence for whoever wrote it. */
export function cronProblem(cron: RegisteredCron, job: AnyJob | undefined): string | undefined {
  if (!job)
    return `Cron "${cron.name}" is to run "${cron.job}", but no job is called that: define it in register().`;
  if (!isReadable(cron)) {
    const when = [cron.schedule, cron.timezone].filter(Boolean).join(', ');
    return `Cron "${cron.name}" has an unreadable schedule (${when}): give five fields and an IANA time zone.`;
  }
  if (job.payload.safeParse(cron.payload ?? {}).success) return undefined;
  return `Cron "${cron.name}" gives "${job.name}" a payload that the job refuses: correct one of them.`;
}

function isReadable(cron: Schedule): boolean {
  try {
    return nextSlot(cron, new Date(0)) !== undefined;
  } catch {
    return false;
  }
}
