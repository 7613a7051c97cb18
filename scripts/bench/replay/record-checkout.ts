import { setTimeout as pause } from 'node:timers/promises';
import { ask } from '../house/ask.ts';
import { startShop } from '../house/bench-house.ts';
import type { BenchHouse } from '../house/bench-house.ts';
import { checkout } from '../load/scenarios/checkout.ts';
import type { CheckoutParams } from '../load/scenarios/checkout.ts';
import type { Heard } from './hearing.ts';
import { openListeningPost } from './listening-post.ts';
import { bornWords, checkoutOf, deedsOf } from './recording.ts';
import { scriptOf } from './script.ts';
import type { Script } from './script.ts';
import { setSequencesApart } from './sequences.ts';

export interface Recorded {
  databaseUrl: string;
  script: Script;
}

interface Wish {
  house: BenchHouse;
  /** Of a checkout in the house; the addresses are taken from here. */
  params: CheckoutParams;
  signal: AbortSignal;
}

/** Before a text is kept by PostgreSQL it has to come some times; the last one is what the others are like. */
const rehearsals = 5;
const settleMs = 1_000;

/**
 * Lets a cms of its own sell on a copy of the data and writes down every statement of one checkout as PostgreSQL gets
 * it. That cms is gone when this returns, so nobody else works on the copy.
 */
export async function recordCheckout({ house, params, signal }: Wish): Promise<Recorded> {
  const databaseUrl = await house.copyDatabase('replayed');
  await setSequencesApart(databaseUrl);
  const post = await openListeningPost(databaseUrl);
  const opened: { stop: () => Promise<unknown> }[] = [];
  try {
    const folder = `${house.folder}/replayed`;
    const shop = await startShop({ folder, databaseUrl: post.databaseUrl, signal, opened });
    const here = { ...params, url: shop.cmsUrl, sandboxUrl: shop.sandboxUrl };
    const { heard, name } = await lastOf(here, post.heard);
    return {
      databaseUrl,
      script: await scripted({ databaseUrl, eventId: params.eventIds[0] ?? '', heard, name }),
    };
  } finally {
    for (const { stop } of opened.reverse()) await stop();
    post.close();
  }
}

async function lastOf(
  params: CheckoutParams,
  heard: readonly Heard[],
): Promise<{ heard: Heard[]; name: string }> {
  const state = { from: 0, name: '' };
  for (let number = 0; number < rehearsals; number++) {
    // What still follows the one before, its letter too, is no part of this one.
    await pause(settleMs);
    Object.assign(state, { from: heard.length, name: `${params.name}${number}` });
    const work = await checkout({ ...params, name: state.name }, { step: () => undefined });
    const { right, answer, example } = await work.arrive(0);
    work.close();
    if (!right) throw new Error(`No checkout to record: ${answer} ${example ?? ''}`);
  }
  return { heard: heard.slice(state.from), name: state.name };
}

interface Material {
  databaseUrl: string;
  eventId: string;
  heard: Heard[];
  name: string;
}

async function scripted({ databaseUrl, eventId, heard, name }: Material): Promise<Script> {
  const deeds = deedsOf(heard);
  const known = await wordsOfTheCatalogue(databaseUrl, deeds.flatMap(bornWords));
  const whole = buyerOf(heard, name);
  const own = checkoutOf(deeds, { name: whole, known });
  const failed = own.flatMap(({ statements }) => statements.filter((one) => one.failed));
  if (failed.length > 0) throw new Error(`Recorded with a refusal: ${failed[0]?.text}`);
  return scriptOf(own, { eventId, name: whole, known });
}

/** The buyer's name as it was sent: that of the run and a number of its own. */
function buyerOf(heard: readonly Heard[], name: string): string {
  const texts = heard.flatMap(({ values }) => values.filter((value) => typeof value === 'string'));
  const found = texts.flatMap((text) => text.match(new RegExp(`${name}-[0-9a-f-]{36}`)) ?? []);
  if (!found[0]) throw new Error('The checkout to be recorded was not heard.');
  return found[0];
}

async function wordsOfTheCatalogue(databaseUrl: string, words: string[]): Promise<Set<string>> {
  const tables = ['events', 'activities', 'ticket_types', 'sellers', 'prices', 'payment_methods', 'pages'];
  const rows = await ask<{ id: string }>(
    databaseUrl,
    tables
      .map((table) => `select document_id as id from ${table} where document_id = any($1)`)
      .join(' union '),
    [words],
  );
  return new Set(rows.map(({ id }) => id));
}
