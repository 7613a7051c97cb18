import type { Acknowledgement, Delivery, GatewayDeed } from './records.ts';

/** Rows of PostgreSQL, as far as others have something to say about them. */
export interface House {
  holds: ReadonlySet<string>;
  orders: ReadonlyMap<string, { number: string; total: number }>;
  payments: ReadonlyMap<string, Row>;
  refunds: ReadonlyMap<string, Row>;
  paymentIds: ReadonlySet<string>;
  /** Mails that went out, by address. */
  sentTo: ReadonlyMap<string, number>;
}

/** `externalId` → what we believe; `of` is the order, or the gateway's id of the payment. */
export interface Row {
  state: string;
  amount: number;
  currency: string;
  of: string;
}

export interface Violation {
  invariant: string;
  what: string;
}

const violation = (invariant: string, what: string): Violation => ({ invariant, what });

/** I12: what was acknowledged is there, and one key was always answered with the same bytes. */
export function acknowledgedProblems(log: readonly Acknowledgement[], house: House): Violation[] {
  const good = log.filter(({ status }) => status >= 200 && status < 300);
  return [...good.flatMap((line) => lostProblems(line, house)), ...replayProblems(good)];
}

function lostProblems(line: Acknowledgement, house: House): Violation[] {
  const { holdId, orderId, number, total, paymentId } = line;
  const lost = (what: string) =>
    violation('acknowledged-is-kept', `${what} was acknowledged and is not there`);
  const order = orderId === undefined ? undefined : house.orders.get(orderId);
  return [
    ...(holdId !== undefined && !house.holds.has(holdId) ? [lost(`hold ${holdId}`)] : []),
    ...(orderId !== undefined && !order ? [lost(`order ${orderId}`)] : []),
    ...(paymentId !== undefined && !house.paymentIds.has(paymentId) ? [lost(`payment ${paymentId}`)] : []),
    ...(order && number !== undefined && (order.number !== number || order.total !== total)
      ? [
          violation(
            'acknowledged-is-kept',
            `order ${number} of ${total} is now ${order.number} of ${order.total}`,
          ),
        ]
      : []),
  ];
}

function replayProblems(good: readonly Acknowledgement[]): Violation[] {
  const keyed = good.filter(({ key }) => key !== undefined);
  const answers = Map.groupBy(keyed, ({ what, key }) => `${what} ${key}`);
  return [...answers]
    .filter(([, lines]) => new Set(lines.map(({ digest }) => digest)).size > 1)
    .map(([key]) => violation('same-key-same-bytes', `${key} was answered with different bytes`));
}

/** I6: the gateway and we tell the same story, and nobody was charged twice for one order. */
export function gatewayProblems(deeds: readonly GatewayDeed[], house: House): Violation[] {
  const latest = new Map(deeds.map((deed) => [deed.id, deed]));
  const now = [...latest.values()];
  return [
    ...now.flatMap((deed) => storyProblems(deed, house)),
    ...strangerProblems(latest, house),
    ...doubleKeyProblems(now),
    ...doubleChargeProblems(now, house),
  ];
}

function storyProblems(deed: GatewayDeed, { payments, refunds }: House): Violation[] {
  const ours = (deed.what === 'payment' ? payments : refunds).get(deed.id);
  if (deed.state !== 'succeeded') return [];
  const told = `the gateway's ${deed.what} ${deed.id} of ${deed.amount} ${deed.currency}`;
  if (!ours) return [violation('gateway-tells-the-same', `${told} is unknown to us`)];
  const same = ours.state === 'succeeded' && ours.amount === deed.amount && ours.currency === deed.currency;
  return same
    ? []
    : [
        violation(
          'gateway-tells-the-same',
          `${told} is ${ours.state} of ${ours.amount} ${ours.currency} here`,
        ),
      ];
}

function strangerProblems(
  latest: ReadonlyMap<string, GatewayDeed>,
  { payments, refunds }: House,
): Violation[] {
  return [...payments, ...refunds]
    .filter(([id, { state }]) => state === 'succeeded' && latest.get(id)?.state !== 'succeeded')
    .map(([id]) => violation('gateway-tells-the-same', `${id} succeeded here and not at the gateway`));
}

function doubleKeyProblems(deeds: readonly GatewayDeed[]): Violation[] {
  const byKey = Map.groupBy(deeds, ({ what, key }) => `${what} ${key}`);
  return [...byKey]
    .filter(([, same]) => same.length > 1)
    .map(([key, same]) => violation('one-key-one-deed', `${key} was done ${same.length} times`));
}

function doubleChargeProblems(deeds: readonly GatewayDeed[], { orders }: House): Violation[] {
  const done = deeds.filter(({ state }) => state === 'succeeded');
  const backOf = Map.groupBy(
    done.filter(({ what }) => what === 'refund'),
    ({ of }) => of,
  );
  const kept = ({ id, amount }: GatewayDeed) =>
    amount - sum((backOf.get(id) ?? []).map((refund) => refund.amount));
  const byOrder = Map.groupBy(
    done.filter(({ what }) => what === 'payment'),
    ({ of }) => of,
  );
  return [...byOrder]
    .map(([id, paid]) => ({ id, amount: sum(paid.map(kept)), total: orders.get(id)?.total ?? 0 }))
    .filter(({ amount, total }) => amount > total)
    .map(({ id, amount, total }) =>
      violation('gateway-charges-once', `order ${id} costs ${total}, the gateway kept ${amount}`),
    );
}

/** I13: as many mails in the mailbox as messages that went out, however often each was delivered. */
export function mailProblems(deliveries: readonly Delivery[], { sentTo }: House): Violation[] {
  const arrived = Map.groupBy(deliveries, ({ to }) => to.toLowerCase());
  return [...new Set([...arrived.keys(), ...sentTo.keys()])]
    .map((to) => ({
      to,
      mails: new Set((arrived.get(to) ?? []).map(({ messageId }) => messageId)).size,
      sent: sentTo.get(to) ?? 0,
    }))
    .filter(({ mails, sent }) => mails !== sent)
    .map(({ to, mails, sent }) => violation('one-mail', `${to} was sent ${sent} mails, ${mails} arrived`));
}

const sum = (amounts: readonly number[]) => amounts.reduce((whole, amount) => whole + amount, 0);
