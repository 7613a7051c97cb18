import type { Api } from '@gangway/client/api';
import { asked } from '../api/asked.ts';
import type { Basket, Held } from '../basket/basket-cookie.ts';
import { takeAgain } from '../basket/take-again.ts';
import { unlock } from '../basket/unlock.ts';
import type { Sent } from './checkout-form.ts';

interface Doing {
  api: Api;
  basket: Basket;
  sent: Sent;
}

type Deed = (doing: Doing & { what: string[] }) => Promise<Basket> | Basket;

/** What the buttons of the checkout do to the basket, by the first word of their value. */
const deeds: Record<string, Deed> = {
  'promo-off': ({ basket }) => withPromo(basket, ''),
  again: ({ api, basket }) => again(api, basket),
  forget: ({ basket }) => ({ ...basket, held: [] }),
  'remove-seat': async ({ api, basket, what: [eventId = '', ...seat] }) => {
    await unlock(api, { eventId, seats: [seat.join(':')] });
    return letGo(basket, eventId, seat.join(':'));
  },
  'remove-ticket': async ({ api, basket, what: [eventId = '', typeId = ''] }) => {
    await unlock(api, { eventId, quantities: { [typeId]: 1 } });
    return letGo(basket, eventId);
  },
  'add-ticket': async ({ api, basket, what: [id = '', typeId = ''] }) => {
    const body = { quantities: { [typeId]: 1 } };
    await asked(api.POST('/api/events/{id}/seats/lock', { params: { path: { id } }, body }));
    return basket;
  },
  'remove-event': async ({ api, basket, what: [eventId = ''] }) => {
    await unlock(api, { eventId });
    return letGo(basket, eventId);
  },
  product: ({ basket, what: [id = '', count = ''] }) => withProduct(basket, id, Number(count)),
  'only-events': async ({ api, basket, what }) => {
    for (const eventId of what) await unlock(api, { eventId });
    return { ...basket, products: {}, held: basket.held.filter(({ eventId }) => !what.includes(eventId)) };
  },
};

/** The basket after the button that was pressed; ticket types and a code on the page count whichever it was. */
export async function doDeed(doing: Doing): Promise<Basket> {
  const [name = '', ...what] = doing.sent.deed.split(':');
  const { types, promo } = doing.sent;
  const typed = withTypes(doing.basket, types);
  const basket = promo === undefined ? typed : withPromo(typed, promo);
  return (await deeds[name]?.({ ...doing, basket, what })) ?? basket;
}

function withTypes(basket: Basket, types: Sent['types']): Basket {
  const seatTypes = { ...basket.seatTypes };
  for (const [eventId, seat, type] of types) seatTypes[eventId] = { ...seatTypes[eventId], [seat]: type };
  return { ...basket, seatTypes };
}

function withPromo({ promoCode: _before, ...basket }: Basket, written: string): Basket {
  const code = written.slice(0, 40);
  return code === '' ? basket : { ...basket, promoCode: code };
}

async function again(api: Api, basket: Basket): Promise<Basket> {
  const { missed, failed } = await takeAgain(api, basket.held);
  return { ...basket, held: failed.map(({ held }) => held), missed };
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
