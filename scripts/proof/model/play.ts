import { isDeepStrictEqual } from 'node:util';
import { setTimeout as pause } from 'node:timers/promises';
import { newNotes, orderSeen, prepare, seatsSeen, termsOf } from './buyer.ts';
import type { Buyers } from './buyer.ts';
import type { Cell, House } from './cell.ts';
import { told } from './commands.ts';
import type { Step } from './commands.ts';
import { said } from './deeds.ts';
import type { Deed } from './deeds.ts';
import type { Known } from './explain-orders.ts';
import { seatMap } from './explain-places.ts';
import { explainTogether } from './serial-orders.ts';
import { atMoment, emptyShop, openLeft, seatsLeft, usesOf } from './shop-state.ts';
import type { ShopState } from './shop-state.ts';
import { shopDoor } from './shop-door.ts';

/** A sequence while it is played. */
export type Play = {
  house: House;
  buyers: Buyers;
  known: Known;
  /** Every state of the shop that what was seen so far allows. */
  states: ShopState[];
  /** What happened, for the report. */
  story: string[];
  /** Commands that were carried out. */
  done: number;
};

export async function beginPlay(house: House, cell: Cell): Promise<Play> {
  const ask = shopDoor(house.url);
  const known = { names: cell.names, terms: await termsOf(ask, cell) };
  const buyers = { ask, cell, bank: house.bank, notes: newNotes() };
  return { house, buyers, known, states: [emptyShop()], story: [], done: 0 };
}

/**
 * Carries out one step, and holds what came back against the model.
 * @throws when no order of the commands explains it
 */
export async function playStep(play: Play, step: Step): Promise<void> {
  const ready = step.flatMap((command) => prepare(play.buyers, command) ?? []);
  if (ready.length === 0) return;
  const from = now(play);
  const deeds = await Promise.all(ready.map((run) => run()));
  const span = { from, to: now(play) };
  play.done += deeds.length;
  play.story.push(`${told(step)} → ${deeds.map(outcome).join(' ∥ ')}`);
  const { states, objections } = explainTogether(play.states, deeds, { known: play.known, span });
  if (states.length === 0) throw contradiction(play, objections);
  play.states = states;
}

const now = ({ house }: Play): number => Date.now() + house.offset();

function outcome(deed: Deed): string {
  if ('held' in deed) return `${said(deed.held)} ${deed.held.data?.seats?.join() ?? ''}`;
  if ('placed' in deed) return `${said(deed.placed)} ${deed.placed.data?.total.amount ?? ''}`;
  if ('attempt' in deed) return deed.kept ? 'money kept' : 'money back, or none';
  if ('seats' in deed) return Object.values(deed.seats).join();
  if ('started' in deed) return said(deed.started);
  if ('ended' in deed) return said(deed.ended);
  if ('asked' in deed) return said(deed.asked);
  if ('quoted' in deed) return said(deed.quoted);
  if ('quote' in deed) return said(deed.quote);
  return 'repeated' in deed ? said(deed.repeated) : said(deed.refused);
}

const contradiction = (play: Play, objections: string[]): Error =>
  new Error(
    `The model cannot explain this:\n  ${play.story.join('\n  ')}\n${objections.map((one) => `  · ${one}`).join('\n')}`,
  );

/** At the end of a sequence: what the shop says of itself is what the model believes. */
export async function comparePlay(play: Play): Promise<void> {
  for (let left = mostLooks; ; left -= 1) {
    const seen = await shopSeen(play);
    const differences = play.states.map((state) => difference(believed(play, state), seen));
    if (differences.includes(undefined)) return;
    if (left === 1)
      throw contradiction(
        play,
        differences.flatMap((one) => one ?? []),
      );
    await pause(betweenMs);
  }
}

/** The public map and the counts come from memory and may be a second old; where much runs at once, several. */
const mostLooks = 60;
const betweenMs = 50;

/** What a shop shows: orders, maps, places left, uses of the promotion that are left. */
type Shown = Record<string, unknown>;

async function shopSeen({ buyers: { ask, cell, notes } }: Play): Promise<Shown> {
  const orders = await Promise.all(notes.orders.map((own) => orderSeen(ask, own)));
  const maps = [undefined, ...notes.sessions].map((session) => seatsSeen(ask, { cell, session }));
  const leftOf = async (id: string) => {
    const { data } = await ask<{ availability: { left: number } }>({
      method: 'GET',
      path: `/api/events/${id}`,
    });
    return data.availability.left;
  };
  const body = { lines: [{ productId: cell.productId, quantity: 1 }], promoCode: cell.promoCode };
  const promotion = await ask({ path: '/api/quotes', body });
  return {
    ...Object.fromEntries(
      orders.map(({ id, status, total, refunded }) => [id, `${status} ${total.amount} ${refunded.amount}`]),
    ),
    ...Object.fromEntries((await Promise.all(maps)).map((map, at) => [`seats ${at}`, map])),
    ...{ 'seats left': await leftOf(cell.events.numbered), 'places left': await leftOf(cell.events.open) },
    promotion: said(promotion),
  };
}

function believed(play: Play, before: ShopState): Shown {
  const state = atMoment(before, now(play));
  const maps = [undefined, 0, 1, 2].map((session, at) => [`seats ${at}`, seatMap(state, session)]);
  const orders = Object.values(state.orders);
  const usedUp = usesOf(state) >= play.known.terms.promotion.uses;
  return {
    ...Object.fromEntries(
      orders.map(({ id, state: status, total, refunded }) => [id, `${status} ${total} ${refunded}`]),
    ),
    ...Object.fromEntries(maps),
    ...{ 'seats left': seatsLeft(state), 'places left': openLeft(state) },
    promotion: usedUp ? '409 PROMOTION_USED_UP' : '200',
  };
}

function difference(expected: Shown, seen: Shown): string | undefined {
  const keys = [...new Set([...Object.keys(expected), ...Object.keys(seen)])];
  const wrong = keys.filter((key) => !isDeepStrictEqual(expected[key], seen[key]));
  if (wrong.length === 0) return undefined;
  return wrong
    .map((key) => `${key}: expected ${JSON.stringify(expected[key])}, not ${JSON.stringify(seen[key])}`)
    .join('; ');
}
