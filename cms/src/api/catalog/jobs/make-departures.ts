import type { Core } from '@strapi/strapi';
import { jobsOf } from '@gangway/jobs/contract';
import { newId, type Transaction, z } from '@gangway/kit';
import { type PlannedDeparture, plannedDepartures } from '../domain/departures.ts';
import {
  insertDepartures,
  knownOccurrences,
  lockDepartures,
  type NewDeparture,
  occupyVessels,
  readSchedules,
  type ScheduleRow,
} from '../store/departures.ts';
import { freeAt } from '../store/vessel-occupations.ts';

/** A departure that was not made, because its vessel sails something else at that time. */
export type Collision = { occurrence: string; vesselId: string; startAt: string };

export type MadeDepartures = { made: number; collided: Collision[] };

/** Without `scheduleId` all active schedules. Departures that exist, cancelled ones too, are left as they are. */
export type MakeDepartures = { scheduleId?: string; now: Date };

const jobName = 'catalog.make-departures';

/** Departures are made every night and after a schedule was saved. Call it in `register()`. */
export function defineDepartureJobs(strapi: Core.Strapi): void {
  const jobs = jobsOf(strapi);
  const job = jobs.define({
    name: jobName,
    payload: z.strictObject({ scheduleId: z.string().optional() }),
    transaction: true,
    run: async ({ trx, payload, now, log }) => {
      const { made, collided } = await makeDepartures(trx, { ...payload, now });
      if (collided.length > 0) log.warn('departures were not made, their vessels are taken', { collided });
      log.info('departures were made', { made });
    },
  });
  jobs.cron({ name: jobName, schedule: '20 3 * * *', timezone: 'Europe/Moscow', job });
}

/** A schedule that is saved has its departures made as soon as the save is committed. Call it in `register()`. */
export function makeDeparturesAfterSave(strapi: Core.Strapi): void {
  strapi.documents.use(async ({ uid, action }, next) => {
    const saved = await next();
    if (uid === 'api::catalog.schedule' && savingActions.has(action)) await enqueueFor(strapi, saved);
    return saved;
  });
}

const savingActions: ReadonlySet<string> = new Set(['create', 'update', 'clone']);

async function enqueueFor(strapi: Core.Strapi, saved: unknown): Promise<void> {
  const scheduleId = (saved as { documentId?: string } | null)?.documentId;
  if (!scheduleId) return;
  const key = `${jobName}:${scheduleId}`;
  await strapi.db.transaction(({ trx }) =>
    jobsOf(strapi).enqueue(trx as unknown as Transaction, jobName, { scheduleId }, { key }),
  );
}

/** Writes the departures that schedules ask for and that do not exist yet. */
export async function makeDepartures(trx: Transaction, ask: MakeDepartures): Promise<MadeDepartures> {
  const { scheduleId, now } = ask;
  await lockDepartures(trx);
  const schedules = await readSchedules(trx, scheduleId);
  const wanted = schedules.flatMap((schedule) =>
    plannedDepartures(schedule, now).map((planned) => newDeparture(schedule, planned)),
  );
  const { afloat, collided } = await takeVessels(trx, await unknownOnes(trx, wanted));
  if (afloat.length > 0) await insertDepartures(trx, { departures: afloat, now });
  return { made: afloat.length, collided: collided.map(collision) };
}

function newDeparture(schedule: ScheduleRow, { occurrence, startAt, endAt }: PlannedDeparture): NewDeparture {
  const { timezone, seating, capacity, vesselId, turnaroundMinutes } = schedule;
  return {
    ...{ id: newId(), occurrence, timezone, seating, capacity, vesselId },
    startAt: startAt.toISOString(),
    endAt: endAt.toISOString(),
    freeAt: freeAt({ endAt, turnaroundMinutes }).toISOString(),
  };
}

async function unknownOnes(trx: Transaction, departures: NewDeparture[]): Promise<NewDeparture[]> {
  const known = await knownOccurrences(
    trx,
    departures.map(({ occurrence }) => occurrence),
  );
  return departures.filter(({ occurrence }) => !known.has(occurrence));
}

async function takeVessels(trx: Transaction, departures: NewDeparture[]) {
  const granted = await occupyVessels(trx, departures);
  const isAfloat = ({ id, vesselId }: NewDeparture) => vesselId === null || granted.has(id);
  return {
    afloat: departures.filter(isAfloat),
    collided: departures.filter((departure) => !isAfloat(departure)),
  };
}

function collision({ occurrence, vesselId, startAt }: NewDeparture): Collision {
  return { occurrence, vesselId: vesselId ?? '', startAt };
}
