import type { Core } from '@strapi/strapi';
import { newId, type Transaction } from '@gangway/kit';
import { departureLabel } from '../domain/departure-label.ts';
import { plannedDepartures, type PlannedDeparture } from '../domain/departures.ts';
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

export default ({ strapi }: { strapi: Core.Strapi }) => ({
  /** Writes the departures that schedules ask for and that do not exist yet, all in one transaction. */
  async makeDepartures(ask: MakeDepartures): Promise<MadeDepartures> {
    return await strapi.db.transaction(({ trx }) => makeDepartures(trx as unknown as Transaction, ask));
  },
});

async function makeDepartures(
  trx: Transaction,
  { scheduleId, now }: MakeDepartures,
): Promise<MadeDepartures> {
  await lockDepartures(trx);
  const schedules = await readSchedules(trx, scheduleId);
  const wanted = schedules.flatMap((schedule) =>
    plannedDepartures(schedule, now).map((planned) => newDeparture(schedule, planned)),
  );
  const fresh = await unknownOnes(trx, wanted);
  const { afloat, collided } = await takeVessels(trx, fresh);
  if (afloat.length > 0) await insertDepartures(trx, { departures: afloat, now });
  return { made: afloat.length, collided: collided.map(collision) };
}

function newDeparture(schedule: ScheduleRow, { occurrence, startAt, endAt }: PlannedDeparture): NewDeparture {
  const { timezone, seating, capacity, vesselId, turnaroundMinutes, title } = schedule;
  return {
    ...{ id: newId(), occurrence, timezone, seating, capacity, vesselId },
    label: departureLabel({ title, startAt, timezone }),
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
