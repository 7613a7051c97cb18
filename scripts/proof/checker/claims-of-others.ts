import type { Acknowledgement, Delivery, GatewayDeed } from './records.ts';

/** Rows of PostgreSQL, as far as others have something to say about them. */
export interface House {
  holds: ReadonlySet<string>;
  orders: ReadonlyMap<string, { number: string; total: number }>;
  payments: ReadonlyMap<string, Row>;
  refunds: ReadonlyMap<string, Row>;
  paymentIds: ReadonlySet<string>;
  /** E-mails by id; theirs begins the Message-ID. */
  messages: ReadonlyMap<string, Message>;
}

export interface Message {
  to: string;
  state: string;
  attempts: number;
}

/** `externalId` → what we believe; `of` is the order, or the gateway's id of the payment. */
export interface Row {
  state: string;
  amount: number;
  currency: string;
  of: string;
  /** People have been asked to look. */
  review: boolean;
}

export interface Violation {
  invariant: string;
  what: string;
}

/** What is held against the words of the client, the gateway and the mailbox. */
export const claims = [
  'acknowledged-is-kept',
  'same-key-same-bytes',
  'gateway-tells-the-same',
  'one-key-one-deed',
  'gateway-charges-once',
  'one-mail',
  'one-holder-at-a-time',
  'refused-only-when-full',
] as const;

export const violation = (invariant: (typeof claims)[number], what: string): Violation => ({
  invariant,
  what,
});

/** I12: what was acknowledged is there. I5: one key was always answered with the same bytes. */
export function acknowledgedProblems(log: readonly Acknowledgement[], house: House): Violation[] {
  const good = log.filter(({ status }) => status >= 200 && status < 300);
  return [...good.flatMap((line) => lostProblems(line, house)), ...replayProblems(log)];
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

/** Answers that say "not now" or "not like this" are no answers to the request and may change. */
const passing = [400, 401, 403, 404, 429];

function replayProblems(log: readonly Acknowledgement[]): Violation[] {
  const keyed = log.filter(
    ({ key, status }) => key !== undefined && status < 500 && !passing.includes(status),
  );
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
  if (ours.review) return [];
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
    .filter(
      ([id, { state, review }]) => state === 'succeeded' && !review && latest.get(id)?.state !== 'succeeded',
    )
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

/** I13: each message that went out arrived, and each mail that arrived is one of them, however often it came. */
export function mailProblems(deliveries: readonly Delivery[], { messages }: House): Violation[] {
  const arrived = new Set(deliveries.map(({ messageId }) => idOf(messageId)));
  const missing = [...messages].filter(([id, { state }]) => state === 'sent' && !arrived.has(id));
  const strange = deliveries.filter(({ messageId, to }) => !isOurs(messages.get(idOf(messageId)), to));
  return [
    ...missing.map(([id, { to }]) => violation('one-mail', `message ${id} to ${to} did not arrive`)),
    ...strange.map(({ messageId, to }) =>
      violation('one-mail', `${messageId} came to ${to} and is none of ours`),
    ),
  ];
}

const idOf = (messageId: string): string => messageId.replace(/^</, '').split('@')[0] ?? '';

const isOurs = (message: Message | undefined, to: string): boolean =>
  message !== undefined && message.attempts > 0 && message.to.toLowerCase() === to.toLowerCase();

const sum = (amounts: readonly number[]) => amounts.reduce((whole, amount) => whole + amount, 0);
