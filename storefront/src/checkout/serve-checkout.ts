import { randomBytes } from 'node:crypto';
import type { ApiError } from '@gangway/client/api';
import { asked } from '../api/asked.ts';
import type { EventCard, Order, Quote } from '../api/shapes.ts';
import { type Basket, type Held, type Missed, readBasket } from '../basket/basket-cookie.ts';
import { type BasketView, basketView } from '../basket/basket-view.ts';
import { changeBasket } from '../basket/change-basket.ts';
import { heldIn, missingOf, runOut } from '../basket/held.ts';
import { beginSession } from '../basket/new-session.ts';
import { quoteBasket, type Quoted } from '../basket/quote.ts';
import { readSource } from '../source/source.ts';
import { type CheckoutForm, emptyForm, readSent, type Sent } from './checkout-form.ts';
import { homeOf } from './countries.ts';
import { doDeed, type Done, takesPlaces, withoutStrangeTypes } from './deeds.ts';
import { askedSeats, type Seat } from './passengers.ts';
import { placeOrder } from './place-order.ts';
import { type Problem, problemsIn, problemsOf, sentenceOf } from './problems.ts';
import { packWish, readWish, type ShownWish, shownWish } from './shown-wish.ts';
import { methodsFor, startPayment } from './start-payment.ts';
import { sentForm } from '../sent-form.ts';

/** What the page of the checkout shows. */
export interface CheckoutView {
  form: CheckoutForm;
  nonce: string;
  /** Of this page alone. */
  page: string;
  problems: Problem[];
  /** The amount on the page that was sent is not the one of now. */
  isRepriced: boolean;
  basket: Basket;
  /** Without it nothing can be sold: `refusal` says why, or the basket is empty. */
  quote?: Quote;
  refusal?: ApiError;
  view: BasketView;
  seats: Seat[];
  wish: string;
  /** What was typed, carried along while there is no form to show it in. */
  carried: Sent['typed'];
  promoError?: ApiError;
  typesError?: ApiError;
  /** Places whose time has run out. */
  lost: { held: Held; card?: EventCard }[];
  missed: { missed: Missed; card?: EventCard }[];
  /** What was ordered here before and waits to be paid. */
  open?: Order;
}

interface Visit {
  request: Request;
  locals: App.Locals;
}

/** The checkout: what it shows, or where its button leads. */
export async function serveCheckout({ request, locals }: Visit): Promise<CheckoutView | Response> {
  const sent = request.method === 'POST' ? readSent(await sentForm(request)) : undefined;
  const before = readBasket(locals.visitor.basket);
  if (sent && before.placed && sent.nonce === before.placed.nonce)
    return toPayment(locals, { orderId: before.placed.orderId, nonce: sent.nonce });
  const { basket, refusal } = sent ? await done({ locals, before, sent }) : { basket: before };
  const quoted = await quoteBasket({ api: locals.api, basket });
  const state = await stateOf({ locals, basket, quoted });
  state.basket = withoutStrangeTypes({ before, basket: state.basket });
  const form = sent?.form ?? (await formOf({ request, locals }));
  const bought =
    sent?.deed === 'pay' ? await buy({ locals, state, sent }) : refusedPlaces({ locals, state, refusal });
  if (bought instanceof Response) return bought;
  const carried = sent && !state.quote ? { carried: sent.typed, wish: sent.wish } : { carried: [] };
  const page = randomBytes(12).toString('base64url');
  return { ...remembered(locals, state), page, ...carried, ...{ form, isRepriced: false }, ...bought };
}

interface Doing {
  locals: App.Locals;
  before: Basket;
  sent: Sent;
}

function done({ locals, before, sent }: Doing): Promise<Done> {
  if (takesPlaces(sent)) beginSession(locals, sent.page);
  return doDeed({ api: locals.api, basket: before, sent });
}

interface Refusing {
  locals: App.Locals;
  state: State;
  refusal: ApiError | undefined;
}

/** Said at the tickets; where there are none, at those that were lost. */
function refusedPlaces({ locals, state, refusal }: Refusing): Pick<CheckoutView, 'problems'> {
  const field = state.quote ? 'tickets' : 'lost';
  const said = refusal ? problemsOf(refusal, locals.t) : [];
  return { problems: said.map(({ text }) => ({ field, text })) };
}

/** What is known of the buyer already: of somebody with an account, all of it. */
async function formOf({ request, locals }: Visit): Promise<CheckoutForm> {
  const form = emptyForm(homeOf(request.headers.get('accept-language'), locals.locale));
  if (!locals.visitor.account) return form;
  const { data } = await asked(locals.api.GET('/api/me'));
  return data ? { ...form, fullName: data.fullName, email: data.email, phone: data.phone ?? '' } : form;
}

type State = Omit<CheckoutView, 'form' | 'problems' | 'isRepriced' | 'nonce' | 'page' | 'carried'>;

interface Reading {
  locals: App.Locals;
  basket: Basket;
  quoted: Quoted;
}

async function stateOf({ locals, basket, quoted }: Reading): Promise<State> {
  const { api, now } = locals;
  const { quote, error, promoError, typesError } = quoted;
  const held = quote ? heldIn(quote) : [];
  const isAway = error !== undefined && error.code !== 'EMPTY_ORDER';
  const lost = isAway ? [] : runOut({ before: basket.held, now: held, at: now });
  const view = quote ? await basketView(api, quote) : { departures: [], products: [], offers: [] };
  const seats = askedSeats(view.departures);
  return {
    ...{ view, seats, wish: quote ? packWish(shownWish({ basket, quote, seats })) : '' },
    // The clock of this process may be a second behind: what is missing is remembered until its hour has come.
    basket: {
      ...basket,
      held: isAway ? basket.held : [...held, ...missingOf({ before: basket.held, now: held })],
    },
    lost: await Promise.all(lost.map(async (entry) => ({ held: entry, ...(await cardOf(api, entry)) }))),
    missed: await Promise.all(
      basket.missed.map(async (missed) => ({ missed, ...(await cardOf(api, missed)) })),
    ),
    ...(quote ? { quote } : {}),
    ...(isAway ? { refusal: error } : {}),
    ...(promoError ? { promoError } : {}),
    ...(typesError ? { typesError } : {}),
    ...(quote ? {} : await waitingOrder(locals, basket)),
  };
}

async function cardOf(
  api: App.Locals['api'],
  { eventId }: { eventId: string },
): Promise<{ card?: EventCard }> {
  const { data } = await asked(api.GET('/api/events/{id}', { params: { path: { id: eventId } } }));
  return data ? { card: data } : {};
}

async function waitingOrder({ api }: App.Locals, { placed }: Basket): Promise<{ open?: Order }> {
  if (!placed) return {};
  const { data } = await asked(api.GET('/api/orders/{id}', { params: { path: { id: placed.orderId } } }));
  return data?.status === 'LOCKED' ? { open: data } : {};
}

/** The cookie as the page leaves it: what was said once is not said again. */
function remembered(locals: App.Locals, state: State): State & { nonce: string } {
  const nonce = state.basket.nonce ?? randomBytes(12).toString('base64url');
  const basket = changeBasket(locals, () => ({ ...state.basket, nonce, missed: [] }));
  return { ...state, basket, nonce };
}

interface Buying {
  locals: App.Locals;
  state: State;
  sent: Sent;
}

type Unbought = Pick<CheckoutView, 'problems'> & Partial<Pick<CheckoutView, 'isRepriced' | 'refusal'>>;

async function buy({ locals, state, sent }: Buying): Promise<Unbought | Response> {
  const { t, now } = locals;
  const { quote, promoError, typesError } = state;
  const { form, nonce, shown } = sent;
  const wish = quote ? readWish(state.wish) : readWish(sent.wish);
  if (!wish || state.refusal) return { problems: [] };
  const unfit = [promoError, typesError].flatMap((error) => (error ? problemsOf(error, t) : []));
  const problems = [...unfit, ...problemsIn({ form, seats: wish.seats, now, t })];
  if (problems.length > 0) return { problems };
  if (quote && String(quote.total.amount) !== shown) return { problems: [], isRepriced: true };
  return order(locals, { wish, form, nonce, isExplained: state.lost.length > 0 });
}

interface Ordering {
  wish: ShownWish;
  form: CheckoutForm;
  nonce: string;
  /** That the time has run out stands on the page already. */
  isExplained: boolean;
}

async function order(
  locals: App.Locals,
  { isExplained, ...ordering }: Ordering,
): Promise<Unbought | Response> {
  const source = readSource(locals.visitor.source);
  const placed = await placeOrder(locals, { ...ordering, source });
  if (placed.order) return toPayment(locals, { orderId: placed.order.id, nonce: ordering.nonce });
  const { error } = placed;
  if (error.code === 'HOLD_EXPIRED' && isExplained) return { problems: [] };
  if (error.code === 'UNAVAILABLE')
    return { problems: [{ field: 'pay', text: sentenceOf(error, locals.t) }] };
  return { problems: problemsOf(error, locals.t) };
}

interface Ordered {
  orderId: string;
  nonce: string;
}

/** To the gateway where there is one way to pay, else to the order, where it is chosen. */
async function toPayment(locals: App.Locals, { orderId, nonce }: Ordered): Promise<Response> {
  const page = `/${locals.locale}/orders/${orderId}`;
  const [only, ...others] = await methodsFor(locals, orderId);
  if (!only || others.length > 0) return seeOther(page);
  const { url, error } = await startPayment(locals, { orderId, method: only.method, nonce });
  return seeOther(url ?? `${page}?problem=${error?.code ?? 'PAYMENT_UNAVAILABLE'}`);
}

const seeOther = (location: string) => new Response(null, { status: 303, headers: { location } });
