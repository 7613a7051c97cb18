import type { Transaction } from '@gangway/kit';
import type { DemoCertificate } from '../papers/demo-certificate.ts';

/** Undefined before the first pass of the demonstration. */
export async function readDemoCertificate(trx: Transaction): Promise<DemoCertificate | undefined> {
  const { rows } = await trx.raw('select certificate, key, authority from ticket_demo_certificate');
  return (rows as DemoCertificate[])[0];
}

/** Keeps the first one that any process made. */
export async function keepDemoCertificate(
  trx: Transaction,
  { made, now }: { made: DemoCertificate; now: Date },
): Promise<void> {
  await trx.raw(
    `insert into ticket_demo_certificate (certificate, key, authority, made_at) values (?, ?, ?, ?)
     on conflict do nothing`,
    [made.certificate, made.key, made.authority, now],
  );
}
