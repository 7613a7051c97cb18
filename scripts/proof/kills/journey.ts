import { mailOf } from '../buyer/purchase.ts';
import { deliveriesOf } from '../checker/records.ts';
import { ask } from '../house/proof-house.ts';
import type { ProofHouse } from '../house/proof-house.ts';
import type { KillRound } from './kill-round.ts';
import type { Journey } from './round.ts';

/** How a purchase stands; what must be there once is counted. */
export interface JourneyEnd {
  committed: boolean;
  order: string;
  tickets: number;
  /** States of its payments. */
  payments: string[];
  /** States of its messages. */
  messages: string[];
  /** Different mails in the mailbox. */
  mails: number;
  sameAnswers: boolean;
}

export async function endOf(house: ProofHouse, journey: Journey): Promise<JourneyEnd> {
  const { reserved, purchaser, committed, told, toldAgain } = journey;
  const [row] = await ask<Pick<JourneyEnd, 'order' | 'tickets' | 'payments' | 'messages'>>(
    house.databaseUrl,
    `select o.state as order,
            (select count(*)::int from admissions a where a.order_id = o.document_id and a.state = 'issued') as tickets,
            (select array_agg(p.state) from payments p where p.payable_id = o.document_id)::text[] as payments,
            (select array_agg(m.state) from messages m where m.subject_id = o.document_id)::text[] as messages
       from orders o where o.document_id = $1`,
    [reserved.orderId],
  );
  if (!row) throw new Error(`The order of ${purchaser.name} is gone.`);
  const arrived = deliveriesOf(house.journalFile).filter(({ to }) => to === mailOf(purchaser.name));
  return {
    ...{ ...row, committed, sameAnswers: JSON.stringify(told) === JSON.stringify(toldAgain) },
    mails: new Set(arrived.map(({ messageId }) => messageId)).size,
  };
}

/** What every purchase must come to, whoever was killed on its way. */
export const goodEnd = (
  journey: Journey,
  { when, victim }: Pick<KillRound, 'when' | 'victim'>,
): JourneyEnd => ({
  // A server that is there again is asked again at once, sooner than anybody could look.
  ...{
    committed: victim === 'database' ? journey.committed : when === 'after',
    order: 'PAID',
    tickets: journey.places,
  },
  ...{ payments: ['succeeded'], messages: ['sent'], mails: 1, sameAnswers: true },
});

/** Empty when the purchase came to a good end. */
export async function journeyProblems(round: KillRound, journey: Journey): Promise<string[]> {
  const [end, good] = [await endOf(round.house, journey), goodEnd(journey, round)];
  const same = (name: keyof JourneyEnd) => JSON.stringify(end[name]) === JSON.stringify(good[name]);
  const wrong = (Object.keys(good) as (keyof JourneyEnd)[]).filter((name) => !same(name));
  return wrong.map((name) => `${journey.point}: ${name} is ${JSON.stringify(end[name])}`);
}
