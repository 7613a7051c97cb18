import { requireOpen, type Transaction } from '@gangway/kit';
import { catalogErrors } from '../errors.ts';

/** `endAt` is the arrival; the vessel is taken until the turnaround after it has passed. */
export type Occupation = {
  eventId: string;
  vesselId: string;
  startAt: Date;
  endAt: Date;
  turnaroundMinutes: number;
};

type Taken = { kind: string; by: string; from: string; to: string };

/**
 * Takes the vessel for a departure, in place of what this departure had taken before. Call it in the transaction
 * that saves the departure.
 * @throws VESSEL_OCCUPIED with `{ by, kind, from, to }` of what is in the way
 */
export async function occupyVessel(trx: Transaction, occupation: Occupation): Promise<void> {
  await releaseVessel(trx, occupation);
  const { startAt, endAt, eventId, vesselId, turnaroundMinutes } = occupation;
  const during = [startAt, freeAt({ endAt, turnaroundMinutes })].map((date) => date.toISOString());
  const { rows } = await trx.raw(
    `insert into vessel_occupations (subject_kind, subject_id, vessel_id, during)
     values ('event', ?, ?, tstzrange(?, ?)) on conflict do nothing returning subject_id`,
    [eventId, vesselId, ...during],
  );
  if (rows.length === 0) throw catalogErrors.VESSEL_OCCUPIED(await occupant(trx, { vesselId, during }));
}

/** Frees whatever vessel the departure has taken. */
export async function releaseVessel(trx: Transaction, { eventId }: { eventId: string }): Promise<void> {
  requireOpen(trx, 'take or free a vessel');
  await trx.raw(`delete from vessel_occupations where subject_kind = 'event' and subject_id = ?`, [eventId]);
}

/** The moment at which a vessel may sail again. */
export function freeAt({ endAt, turnaroundMinutes }: { endAt: Date; turnaroundMinutes: number }): Date {
  return new Date(endAt.getTime() + turnaroundMinutes * 60_000);
}

async function occupant(trx: Transaction, { vesselId, during }: { vesselId: string; during: string[] }) {
  const { rows } = await trx.raw(
    `select subject_kind as kind, subject_id as by, lower(during) as from, upper(during) as to
       from vessel_occupations where vessel_id = ? and during && tstzrange(?, ?) order by during limit 1`,
    [vesselId, ...during],
  );
  return rows[0] as Taken | undefined;
}
