import { readEnv } from '@gangway/config/env';
import { readAnswer, requestHash } from '@gangway/database/idempotency';
import type { KeptAnswer } from '@gangway/database/idempotency';
import { commonErrors, door, hashToken, pick } from '@gangway/kit';
import type { Door, DoorRequest } from '@gangway/kit';
import type { Payable } from '../../../contract/payable.ts';
import type { Attempt } from '../../../contract/payments.ts';
import {
  listMethodsRoute,
  noticeRoute,
  queryName,
  readPaymentRoute,
  startPaymentRoute,
  startYookassaRoute,
  yookassaNoticeRoute,
} from '../../../contract/routes.ts';
import type { PayableFields } from '../../../contract/routes.ts';
import { isOwnAddress } from '../domain/return-url.ts';
import { paymentErrors } from '../errors.ts';
import { moneyOf, readPayment } from '../store/payments.ts';
import { methodsFor } from './begin.ts';
import { payableOf } from './hub.ts';
import type { Hub } from './hub.ts';
import { answerOf } from './kept-answer.ts';
import { receiveNotice } from './notices.ts';
import { staffDoors } from './staff-doors.ts';
import { startPayment, startedView } from './start.ts';
import type { StartCall } from './start.ts';

/** The doors of the plugin; `fields` are those of the payables that the app registers. */
export const paymentDoors = (hub: Hub, fields: PayableFields): Door[] => [
  ...startDoors(hub, fields),
  door({ route: listMethodsRoute(fields), answer: (asked) => listMethods(hub, asked, asked.query) }),
  door({
    route: readPaymentRoute,
    answer: (asked) => read(hub, asked, { id: asked.params.id, accessToken: asked.query.accessToken }),
  }),
  door({
    route: noticeRoute,
    rawBody: true,
    answer: (asked) => notified(hub, asked, asked.params.provider),
  }),
  door({ route: yookassaNoticeRoute, rawBody: true, answer: (asked) => notified(hub, asked, 'yookassa') }),
  ...staffDoors(hub),
];

/** The environment is read once: to check it costs more than to answer. */
function startDoors(hub: Hub, fields: PayableFields): Door[] {
  const { returnOrigins: origins, cms } = readEnv();
  const returning = { origins, first: `${origins[0] ?? cms.publicUrl}/` };
  return [
    door({
      route: startPaymentRoute(fields),
      answer: (asked) => start({ hub, returning, asked }, { ...asked.body, method: asked.body.method ?? '' }),
    }),
    door({
      route: startYookassaRoute(fields),
      answer: (asked) =>
        start({ hub, returning, asked }, { ...asked.body, method: asked.body.method ?? 'yookassa' }),
    }),
  ];
}

type Asked = Pick<
  DoorRequest<never>,
  'now' | 'person' | 'headers' | 'ip' | 'requestId' | 'idempotencyKey' | 'locale' | 'raw'
>;

type StartBody = {
  method: string;
  returnUrl?: string | undefined;
  accessToken?: string | undefined;
  fields?: Record<string, string> | undefined;
} & Record<string, unknown>;

type Starting = { hub: Hub; asked: Asked; returning: { origins: string[]; first: string } };

async function start({ hub, asked, returning: { origins, first } }: Starting, body: StartBody) {
  const { payable, id } = await requireOwn(hub, asked, { named: body, accessToken: body.accessToken });
  const returnUrl = body.returnUrl ?? first;
  if (!isOwnAddress(returnUrl, origins)) throw paymentErrors.RETURN_URL_REFUSED({ origins });
  const { now, ip, person, idempotencyKey: key, locale, requestId } = asked;
  const scope = `payments.start:${buyerOf(asked, body.accessToken)}`;
  const call: StartCall = {
    ...{ kind: payable.kind, id, method: body.method, returnUrl, fields: body.fields ?? {}, now },
    request: key === undefined ? undefined : { scope, key, hash: requestHash(body) },
    context: { locale, traceId: requestId },
  };
  return answerOf(await countedStart(hub, call, { paid: `${payable.kind}:${id}`, ip, person }));
}

/**
 * Counted before a transaction is open, as a limit across processes takes a connection of its own. A repetition begins
 * nothing: it is not counted, and answered also when nothing may begin any more.
 */
async function countedStart(hub: Hub, call: StartCall, attempt: Attempt): Promise<KeptAnswer> {
  const { request, now } = call;
  try {
    await hub.attemptLimit.take(attempt);
  } catch (limited) {
    const kept = request && (await hub.transaction((trx) => readAnswer(trx, { ...request, now })));
    if (!kept) throw limited;
    return kept;
  }
  const started = await startPayment(hub, call);
  if (started.repeated) await hub.attemptLimit.giveBack(attempt);
  return started;
}

async function listMethods(
  hub: Hub,
  asked: Asked,
  query: Record<string, unknown> & { accessToken?: string | undefined },
) {
  const { payable, id } = await requireOwn(hub, asked, {
    named: query,
    accessToken: query.accessToken,
    nameOf: queryName,
  });
  const view = await hub.transaction((trx) => payable.load({ trx, id, now: asked.now }));
  if (!view) throw commonErrors.NOT_FOUND();
  const methods = await methodsFor(hub, view);
  const data = methods.map(({ method, title, holdMinutes }) => ({
    method,
    title: pick(title, asked.locale),
    holdMinutes,
  }));
  return { data };
}

async function read(
  hub: Hub,
  asked: Asked,
  { id, accessToken }: { id: string; accessToken?: string | undefined },
) {
  const payment = await hub.transaction((trx) => readPayment(trx, id));
  if (!payment) throw commonErrors.NOT_FOUND();
  await requireAllowed(payableOf(hub, payment), asked, { id: payment.payable_id, accessToken });
  const { method, refunded_amount: amount, currency, reason, started_at, settled_at } = payment;
  return {
    data: {
      ...startedView(payment),
      method,
      refunded: moneyOf({ amount, currency }),
      reason,
      startedAt: started_at.toISOString(),
      settledAt: settled_at?.toISOString() ?? null,
    },
  };
}

type Named = {
  named: Record<string, unknown>;
  accessToken: string | undefined;
  nameOf?: (field: string) => string;
};

/** What the caller names and may pay; strangers are told that it does not exist. */
async function requireOwn(hub: Hub, asked: Asked, { named, accessToken, nameOf = (field) => field }: Named) {
  for (const payable of hub.payables.values()) {
    const id = named[nameOf(payable.field)];
    if (typeof id !== 'string') continue;
    await requireAllowed(payable, asked, { id, accessToken });
    return { payable, id };
  }
  throw commonErrors.NOT_FOUND();
}

async function requireAllowed(
  payable: Payable,
  asked: Asked,
  { id, accessToken = bearerOf(asked) }: { id: string; accessToken?: string | undefined },
): Promise<void> {
  const { person } = asked;
  const allowed = await payable.authorize({ id, person, accessToken, session: sessionOf(asked) });
  if (!allowed) throw commonErrors.NOT_FOUND();
}

const oneHeader = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);
const sessionOf = ({ headers }: Asked) => oneHeader(headers['gangway-session']);
const bearerOf = ({ headers }: Asked) =>
  /^bearer\s+(\S+)$/i.exec(oneHeader(headers.authorization) ?? '')?.[1];

/** Who pays, as keys of idempotency tell people apart; never a token itself. */
function buyerOf(asked: Asked, accessToken: string | undefined): string {
  const { customerId, memberId, staffId } = asked.person;
  if (customerId) return `customer:${customerId}`;
  if (memberId) return `member:${memberId}`;
  if (staffId) return `staff:${staffId}`;
  return `shown:${hashToken(JSON.stringify([sessionOf(asked), accessToken ?? bearerOf(asked)]))}`;
}

async function notified(hub: Hub, { headers, ip, raw, now }: Asked, providerKey: string) {
  const names = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name.toLowerCase(), [value].flat().join(', ')] as const],
  );
  const notification = { bytes: raw ?? new Uint8Array(), headers: Object.fromEntries(names), ip };
  await receiveNotice(hub, { providerKey, raw: notification, now });
  return { data: { received: true as const } };
}
