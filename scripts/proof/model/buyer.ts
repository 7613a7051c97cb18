import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { rows } from './commands.ts';
import type { Command, Counts, Kind } from './commands.ts';
import type { Bank, Cell } from './cell.ts';
import type { Answer, Deed, HeldView, OrderView, RequestView, StartedView } from './deeds.ts';
import type { Terms } from './shop-state.ts';
import type { Ask, Question } from './shop-door.ts';

/** What the buyers of one cell have been told and may use again. */
export interface Notes {
  sessions: string[];
  orders: { id: string; token: string; session: number; attempts: string[]; lines: string[] }[];
  requests: { question: Question; answer: Answer }[];
  /** The hold that each buyer has on each departure, as last told. */
  holds: Map<string, string>;
  /** Attempts that were paid or declined. */
  settled: Set<string>;
}

export const newNotes = (): Notes => ({
  sessions: Array.from({ length: 3 }, () => randomBytes(16).toString('hex')),
  orders: [],
  requests: [],
  holds: new Map(),
  settled: new Set(),
});

export type Buyers = { ask: Ask; cell: Cell; bank: Bank; notes: Notes };

type Of<Name extends Command['do']> = Extract<Command, { do: Name }>;

/**
 * Makes a command ready for the shop; it is carried out when the returned function is called, so that several can
 * begin at once. Undefined when there is nothing that it could be about.
 */
export function prepare(buyers: Buyers, command: Command): (() => Promise<Deed>) | undefined {
  switch (command.do) {
    case 'lock seats':
    case 'lock places':
    case 'best':
    case 'unlock seats':
    case 'unlock places':
      return () => held(buyers, command);
    case 'quote':
      return () => quote(buyers, command);
    case 'order':
      return () => order(buyers, command);
    case 'steal':
      return steal(buyers, command);
    case 'again':
      return again(buyers, command);
    case 'look':
      return () => look(buyers, command);
    case 'start':
    case 'settle':
    case 'cancel':
    case 'refund':
    case 'quote refund':
      return aboutOrder(buyers, command);
  }
}

type PlacesCommand = Of<'lock seats' | 'lock places' | 'best' | 'unlock seats' | 'unlock places'>;

async function held({ ask, cell, notes }: Buyers, command: PlacesCommand): Promise<Deed> {
  const { kind, door, wish } = placesQuestion(cell, command);
  const sessionId = notes.sessions[command.session];
  const path = `/api/events/${cell.events[kind]}/${door}`;
  const answer = await ask<HeldView>({ path, body: { sessionId, ...wish } });
  if (answer.status === 200) notes.holds.set(`${command.session}:${kind}`, answer.data.holdId ?? '');
  return { command, held: answer };
}

function placesQuestion(cell: Cell, command: PlacesCommand): { kind: Kind; door: string; wish: object } {
  switch (command.do) {
    case 'lock seats':
      return { kind: 'numbered', door: 'seats/lock', wish: { seats: command.seats } };
    case 'lock places':
      return { kind: 'open', door: 'seats/lock', wish: { quantities: quantities(cell, command.counts) } };
    case 'best':
      return { kind: command.kind, door: 'best-available', wish: bestWish(command) };
    case 'unlock seats':
      return { kind: 'numbered', door: 'seats/unlock', wish: command.seats ? { seats: command.seats } : {} };
    case 'unlock places':
      return {
        ...{ kind: 'open', door: 'seats/unlock' },
        wish: command.counts ? { quantities: quantities(cell, command.counts) } : {},
      };
  }
}

/** Places without a number are of no zone. */
const bestWish = ({ kind, count, zone }: Of<'best'>): object =>
  kind === 'numbered' && zone !== undefined ? { count, zone } : { count };

function quantities({ names: { types } }: Cell, { adult, child }: Counts): Record<string, number> {
  const wanted = [
    [types.adult, adult],
    [types.child, child],
  ] as const;
  return Object.fromEntries(wanted.filter(([, count]) => count > 0));
}

async function quote({ ask, cell, notes }: Buyers, command: Of<'quote'>): Promise<Deed> {
  const body = { sessionId: notes.sessions[command.session], ...codeOf(cell, command) };
  return { command, quote: await ask({ path: '/api/quotes', body }) };
}

const codeOf = ({ promoCode }: Cell, { promotion }: { promotion: boolean }): object =>
  promotion ? { promoCode } : {};

const formal = {
  customer: { fullName: 'Model Buyer', email: 'buyer@model.example', phone: '+79210000000' },
  locale: 'en',
  consents: ['offer', 'personal-data'],
};

async function order({ ask, cell, notes }: Buyers, command: Of<'order'>): Promise<Deed> {
  const { session, otherSeats, twice } = command;
  const body = {
    ...formal,
    sessionId: notes.sessions[session],
    acceptOtherSeats: otherSeats,
    ...codeOf(cell, command),
  };
  const question = {
    path: '/api/orders',
    body,
    headers: { 'idempotency-key': randomBytes(12).toString('hex') },
  };
  const asked = Array.from({ length: twice ? 2 : 1 }, () =>
    ask<OrderView & { accessToken: string }>(question),
  );
  const [placed, second] = await Promise.all(asked);
  if (!placed) throw new Error('No order was asked for.');
  notes.requests.push({ question, answer: placed });
  if (placed.status === 201) remember(notes, session, placed.data);
  return { command, placed, second };
}

function remember(
  notes: Notes,
  session: number,
  { id, accessToken, lines }: OrderView & { accessToken: string },
): void {
  notes.orders.push({ id, session, token: accessToken, attempts: [], lines: lines.map((line) => line.id) });
}

/** Orders the places that somebody else holds. */
function steal({ ask, notes }: Buyers, command: Of<'steal'>): (() => Promise<Deed>) | undefined {
  const { session, from } = command;
  const holdId = notes.holds.get(`${from}:numbered`) ?? notes.holds.get(`${from}:open`);
  if (!holdId || session === from) return undefined;
  const body = { ...formal, sessionId: notes.sessions[session], holdIds: [holdId] };
  return async () => ({ command, refused: await ask({ path: '/api/orders', body }) });
}

function again({ ask, notes }: Buyers, command: Of<'again'>): (() => Promise<Deed>) | undefined {
  const found = notes.requests[command.request % notes.requests.length];
  if (!found) return undefined;
  const { question, answer: first } = found;
  const changed = { ...question, body: { ...question.body, locale: 'zh' } };
  return async () => ({ command, first, repeated: await ask(command.changed ? changed : question) });
}

async function look({ ask, cell, notes }: Buyers, command: Of<'look'>): Promise<Deed> {
  return { command, seats: await seatsSeen(ask, { cell, session: notes.sessions[command.session] }) };
}

type SeatMap = { seats: { seatCode: string; status: string }[] };

/** The seat map, in the eyes of a buyer or of everybody. */
export async function seatsSeen(
  ask: Ask,
  { cell, session }: { cell: Cell; session?: string | undefined },
): Promise<Record<string, string>> {
  const headers: Record<string, string> = session ? { 'gangway-session': session } : {};
  const { data } = await ask<SeatMap>({
    method: 'GET',
    path: `/api/events/${cell.events.numbered}/seats`,
    headers,
  });
  return Object.fromEntries(data.seats.map(({ seatCode, status }) => [seatCode, status]));
}

type OrderCommand = Of<'start' | 'settle' | 'cancel' | 'refund' | 'quote refund'>;

function aboutOrder(buyers: Buyers, command: OrderCommand): (() => Promise<Deed>) | undefined {
  const { notes } = buyers;
  const own = notes.orders.at(-1 - (command.order % notes.orders.length));
  if (!own) return undefined;
  switch (command.do) {
    case 'start':
      return own.attempts.length < mostAttempts ? () => start(buyers, { command, own }) : undefined;
    case 'settle':
      return settle(buyers, { command, own });
    case 'cancel':
      return () => cancel(buyers, { command, own });
    case 'refund':
      return () => refund(buyers, { command, own });
    case 'quote refund':
      return () => quoteRefund(buyers, { command, own });
  }
}

type Own = Notes['orders'][number];
type About<Name extends Command['do']> = { command: Of<Name>; own: Own };

/** Fewer than the shop lets one buyer begin in a minute. */
const mostAttempts = 4;

async function start({ ask, bank }: Buyers, { command, own }: About<'start'>): Promise<Deed> {
  const at = own.attempts.push('') - 1;
  const body = { orderId: own.id, method: bank.method, accessToken: own.token };
  const started = await ask<StartedView>({ path: '/api/payments', body });
  if (started.status === 200) own.attempts[at] = started.data.paymentId;
  return { command, orderId: own.id, started };
}

/** The buyer pays at the gateway, or the bank says no; the gateway tells the shop. */
function settle(buyers: Buyers, { command, own }: About<'settle'>): (() => Promise<Deed>) | undefined {
  const { bank, ask, notes } = buyers;
  const attempt = own.attempts.findLast((id) => id !== '' && !notes.settled.has(id));
  if (!attempt) return undefined;
  notes.settled.add(attempt);
  return async () => {
    const pays = command.how === 'pay';
    await (pays ? bank.pay(attempt) : bank.decline(attempt));
    const kept = await settled(buyers, { own, attempt, status: pays ? 'succeeded' : 'canceled' });
    return { command, orderId: own.id, attempt, kept, order: await orderSeen(ask, own) };
  };
}

type Payment = { status: string; refunded: { amount: number } };

/** Waits until the shop knows; whether it kept the money, or sent all of it back at once. */
async function settled(
  { ask }: Buyers,
  { own, attempt, status }: { own: Own; attempt: string; status: string },
): Promise<boolean> {
  const path = `/api/payments/${attempt}`;
  const question = { method: 'GET' as const, path, headers: shown(own) };
  const { data } = await eventually(
    () => ask<Payment>(question),
    (answer) => answer.data.status === status,
  );
  return data.refunded.amount === 0;
}

const shown = ({ token }: Own): Record<string, string> => ({ authorization: `Bearer ${token}` });

export async function orderSeen(ask: Ask, own: Own): Promise<OrderView> {
  return (await ask<OrderView>({ method: 'GET', path: `/api/orders/${own.id}`, headers: shown(own) })).data;
}

type Ended = { status: string; refund: RequestView | null };

async function cancel(buyers: Buyers, { command, own }: About<'cancel'>): Promise<Deed> {
  const proof = command.stranger
    ? { sessionId: randomBytes(16).toString('hex') }
    : { accessToken: own.token };
  const ended = await buyers.ask<Ended>({ path: `/api/orders/${own.id}/cancel`, body: proof });
  if (ended.status === 200 && ended.data.refund)
    await untilGone(buyers, { own, request: ended.data.refund.id });
  return { command, orderId: own.id, ended };
}

async function refund(buyers: Buyers, { command, own }: About<'refund'>): Promise<Deed> {
  const lineId = command.line === undefined ? undefined : own.lines[command.line % own.lines.length];
  const lines = lineId === undefined ? {} : { lines: [{ lineId, quantity: 1 }] };
  const body = { accessToken: own.token, ...lines };
  const asked = await buyers.ask<RequestView>({ path: `/api/orders/${own.id}/refunds`, body });
  if (asked.status === 201) await untilGone(buyers, { own, request: asked.data.id });
  return { command, orderId: own.id, asked, lineId };
}

type RefundQuote = {
  refundable: { amount: number; currency: string };
  requests: { id: string; status: string }[];
};

const refundQuestion = (own: Own): Question => ({
  method: 'GET',
  path: `/api/orders/${own.id}/refund-quote`,
  headers: shown(own),
});

/** Until the money of a request has gone. */
async function untilGone({ ask }: Buyers, { own, request }: { own: Own; request: string }): Promise<void> {
  await eventually(
    () => ask<RefundQuote>(refundQuestion(own)),
    ({ data }) => data.requests.some(({ id, status }) => id === request && status === 'succeeded'),
  );
}

async function quoteRefund({ ask }: Buyers, { command, own }: About<'quote refund'>): Promise<Deed> {
  return { command, orderId: own.id, quoted: await ask<RefundQuote>(refundQuestion(own)) };
}

const patienceMs = 60_000;
const betweenMs = 15;
const longestReport = 1_000;

/** Asks again until it is so. @throws when it never is */
export async function eventually<Seen>(
  look_: () => Promise<Seen>,
  isSo: (seen: Seen) => boolean,
): Promise<Seen> {
  const over = performance.now() + patienceMs;
  for (;;) {
    const seen = await look_();
    if (isSo(seen)) return seen;
    if (performance.now() > over)
      throw new Error(`It did not come to that: ${JSON.stringify(seen).slice(0, longestReport)}`);
    await pause(betweenMs);
  }
}

type Prices = { prices: { ticketTypeId: string; zone: string | null; price: { amount: number } }[] };

/** What the public price lists of the cell say. */
export async function termsOf(ask: Ask, cell: Cell): Promise<Terms> {
  const listOf = async (kind: Kind) =>
    (await ask<Prices>({ method: 'GET', path: `/api/events/${cell.events[kind]}/prices` })).data.prices;
  const [numbered, open] = [await listOf('numbered'), await listOf('open')];
  const priceOf = (list: Prices['prices'], type: string, zone: string | null) =>
    list.find((one) => one.ticketTypeId === type && one.zone === zone)?.price.amount ?? NaN;
  const { adult, child } = cell.names.types;
  return {
    seat: Object.fromEntries(rows.map(({ zone }) => [zone, priceOf(numbered, adult, zone)])),
    adult: priceOf(open, adult, null),
    child: priceOf(open, child, null),
    ...{ promotion: cell.promotion, startAt: cell.startAt },
  };
}
