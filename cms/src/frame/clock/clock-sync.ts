import type { Core } from '@strapi/strapi';
import { readEnv } from '@gangway/config/env';
import { listen } from '@gangway/database/listen';
import type { Listener } from '@gangway/database/listen';
import { clock } from '@gangway/kit';
import { frameErrors } from '../request/errors.ts';
import { front } from '../front/front.ts';
import { moveClock, readClock } from './clock-contract.ts';
import { log } from '../log/log.ts';
import { perStrapi } from '../per-strapi.ts';
import { privateReply } from '../front/reply.ts';
import type { z } from '@gangway/kit';

const listeners = perStrapi((): { current?: Listener } => ({}));

/** Business time follows the row in `clock_offset`: read now, and whenever any process moves it. */
export async function followClock(strapi: Core.Strapi): Promise<void> {
  const adopt = inOrder(async () => clock.setOffset(await storedOffset(strapi)));
  const onTrouble = (error: unknown) => log.warn({ err: error }, 'the clock could not be read');
  listeners(strapi).current = await listen({
    connectionString: readEnv().databaseUrl,
    channels: ['clock'],
    onMessage: () => void adopt().catch(onTrouble),
    onReset: adopt,
    onTrouble,
  });
}

/** One run at a time, in the order of the calls: an older reading never overwrites a newer one. */
function inOrder(run: () => Promise<void>): () => Promise<void> {
  const queue = { last: Promise.resolve() };
  return () => {
    const next = queue.last.catch(() => undefined).then(run);
    queue.last = next;
    return next;
  };
}

export async function unfollowClock(strapi: Core.Strapi): Promise<void> {
  await listeners(strapi).current?.stop();
}

async function storedOffset(strapi: Core.Strapi): Promise<number> {
  const row = await strapi.db.connection('clock_offset').first<OffsetRow>('offset_ms');
  return Number(row.offset_ms);
}

/** bigint comes as text. */
interface OffsetRow {
  offset_ms: string;
}

export function serveClock(strapi: Core.Strapi): void {
  front(strapi).serve(readClock, () => clockReply());
  front(strapi).serve(moveClock, async ({ body }) => {
    if (!readEnv().sandbox.enabled) throw frameErrors.SANDBOX_OFF();
    clock.setOffset(await storeOffset(strapi, body));
    return clockReply();
  });
}

type Move = z.output<typeof moveClock.body>;

/** The trigger on the row tells the other processes; this one need not wait for its own message. */
async function storeOffset({ db }: Core.Strapi, { shiftMs, now }: Move): Promise<number> {
  const knex = db.connection;
  const absolute = now === undefined ? 0 : new Date(now).getTime() - Date.now();
  const offset_ms = shiftMs === undefined ? absolute : knex.raw('offset_ms + ?', [shiftMs]);
  const change = { offset_ms, moved_at: new Date() };
  const rows: OffsetRow[] = await knex('clock_offset').update(change).returning('offset_ms');
  return Number(rows[0]?.offset_ms);
}

const clockReply = () => privateReply({ data: { now: clock.now().toISOString(), offsetMs: clock.offsetMs } });
