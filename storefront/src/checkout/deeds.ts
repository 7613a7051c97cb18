import type { Api, ApiError } from '@gangway/client/api';
import { asked } from '../api/asked.ts';
import type { Basket, Held } from '../basket/basket-cookie.ts';
import { idempotencyKey } from '../basket/idempotency-key.ts';
import { takeAgain } from '../basket/take-again.ts';
import { unlock } from '../basket/unlock.ts';
import type { Sent } from './checkout-form.ts';

interface Doing {
  api: Api;
  basket: Basket;
  sent: Sent;
}

/** The basket afterwards, and why what was asked for was not done. */
export interface Done {
  basket: Basket;
  refusal?: ApiError;
}

type Deed = (doing: Doing & { what: string[] }) => Promise<Done> | Done;

/** What the buttons of the checkout do to the basket, by the first word of their value. */
const deeds: Record<string, Deed> = {
  'promo-off': ({ basket }) => ({ basket: withPromo(basket, '') }),
  again,
  forget: ({ basket }) => ({ basket: { ...basket, held: [] } }),
  'remove-seat': async ({ api, basket, what: [eventId = '', ...seat] }) => {
    await unlock(api, { eventId, seats: [seat.join(':')] });
    return { basket: letGo(basket, eventId, seat.join(':')) };
  },
  'remove-ticket': async ({ api, basket, sent, what }) => {
    const { eventId, ...ticket } = ticketIn(what);
    await unlock(api, { eventId, ...ticket, ...onceKey(sent) });
    return { basket: letGo(basket, eventId) };
  },
  'add-ticket': async ({ api, basket, sent, what }) => {
    const { eventId, ...body } = ticketIn(what);
    const { key } = onceKey(sent);
    const headers = key ? { 'idempotency-key': key } : {};
    const params = { path: { id: eventId } };
    const { error } = await asked(api.POST('/api/events/{id}/seats/lock', { params, body, headers }));
    return { basket, ...(error ? { refusal: error } : {}) };
  },
  'remove-event': async ({ api, basket, what: [eventId = ''] }) => {
    await unlock(api, { eventId });
    return { basket: letGo(basket, eventId) };
  },
  product: ({ basket, what: [id = '', count = ''] }) => ({ basket: withProduct(basket, id, Number(count)) }),
  'only-events': async ({ api, basket, what }) => {
    for (const eventId of what) await unlock(api, { eventId });
    const held = basket.held.filter(({ eventId }) => !what.includes(eventId));
    return { basket: { ...basket, products: {}, held } };
  },
};

/** One ticket without a number: departure, type and, where there are several, its zone. */
function ticketIn([eventId = '', typeId = '', ...zone]: string[]) {
  return {
    ...{ eventId, quantities: { [typeId]: 1 } },
    ...(zone.length > 0 ? { zone: zone.join(':') } : {}),
  };
}

/** Whether the button takes places. */
export const takesPlaces = ({ deed }: Pick<Sent, 'deed'>): boolean => /^(again$|add-ticket:)/.test(deed);

/** The basket after the button that was pressed; ticket types and a code on the page count whichever it was. */
export async function doDeed(doing: Doing): Promise<Done> {
  const [name = '', ...what] = doing.sent.deed.split(':');
  const { types, promo } = doing.sent;
  const typed = withTypes(doing.basket, types);
  const basket = promo === undefined ? typed : withPromo(typed, promo);
  const deed = Object.hasOwn(deeds, name) ? deeds[name] : undefined;
  return (await deed?.({ ...doing, basket, what })) ?? { basket };
}

/** A page that is sent again, by a reload or two presses at once, does nothing the second time. */
const onceKey = ({ page, deed }: Sent): { key?: string } =>
  page === '' ? {} : { key: idempotencyKey({ nonce: page, wish: deed }) };

function withTypes(basket: Basket, types: Sent['types']): Basket {
  const seatTypes = new Map(Object.entries(basket.seatTypes));
  for (const [eventId, own] of Map.groupBy(types, ([event]) => event)) {
    const chosen = Object.fromEntries(own.map(([, seat, type]) => [seat, type]));
    seatTypes.set(eventId, { ...seatTypes.get(eventId), ...chosen });
  }
  return { ...basket, seatTypes: Object.fromEntries(seatTypes) };
}

interface Typed {
  before: Basket;
  basket: Basket;
}

/** Without the types that a form brought for seats nobody here holds or has lost. */
export function withoutStrangeTypes({ before, basket }: Typed): Basket {
  const seats = new Set(
    basket.held.flatMap(({ eventId, seats: own }) => own.map((seat) => `${eventId}:${seat}`)),
  );
  const isKnown = (eventId: string, seat: string) =>
    seats.has(`${eventId}:${seat}`) ||
    (Object.hasOwn(before.seatTypes, eventId) && Object.hasOwn(before.seatTypes[eventId] ?? {}, seat));
  const kept = Object.entries(basket.seatTypes).map(([eventId, types]) => {
    const own = Object.entries(types).filter(([seat]) => isKnown(eventId, seat));
    return [eventId, Object.fromEntries(own)] as const;
  });
  const seatTypes = Object.fromEntries(kept.filter(([, types]) => Object.keys(types).length > 0));
  return { ...basket, seatTypes };
}

function withPromo({ promoCode: _before, ...basket }: Basket, written: string): Basket {
  const code = written.slice(0, 40);
  return code === '' ? basket : { ...basket, promoCode: code };
}

async function again({ api, basket, sent }: Doing): Promise<Done> {
  const { missed, failed } = await takeAgain({ api, places: basket.held, nonce: `again ${sent.page}` });
  const [first] = failed;
  return {
    basket: { ...basket, held: failed.map(({ held }) => held), missed },
    ...(first ? { refusal: first.error } : {}),
  };
}

/** What was given up is not missed later. */
function letGo(basket: Basket, eventId: string, seat?: string): Basket {
  const others = (held: Held) => held.eventId !== eventId;
  const held = basket.held.flatMap((entry) => {
    if (others(entry)) return [entry];
    const seats = entry.seats.filter((code) => seat !== undefined && code !== seat);
    return seats.length > 0 ? [{ ...entry, seats }] : [];
  });
  return { ...basket, held };
}

const mostPieces = 50;

function withProduct(basket: Basket, id: string, count: number): Basket {
  const { [id]: _before, ...others } = basket.products;
  const isCount = Number.isInteger(count) && count > 0 && count <= mostPieces;
  return { ...basket, products: isCount ? { ...others, [id]: count } : others };
}
