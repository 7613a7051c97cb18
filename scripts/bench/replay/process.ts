import '../../follow-parent.mjs';
import { Client } from 'pg';
import { newHistogram, percentiles, recordMs } from '../load/recorder.ts';
import type { FromPlayer, PlayOrder, PlayReport, ToPlayer } from './messages.ts';
import { play } from './player.ts';

/** A bare client in a process of its own: as many connections as cms has, each plays one checkout after the other. */

const say = (message: FromPlayer) => process.send?.(message);

process.on('disconnect', () => process.exit(0));
process.on(
  'message',
  ({ order }: ToPlayer) => void follow(order).then((report) => say({ kind: 'played', report })),
);
say({ kind: 'ready' });

async function follow(order: PlayOrder): Promise<PlayReport> {
  const { databaseUrl, connections, seconds, warmUpSeconds } = order;
  const clients = await Promise.all(Array.from({ length: connections }, () => connected(databaseUrl)));
  const began = performance.now();
  const span = { from: began + warmUpSeconds * 1000, to: began + (warmUpSeconds + seconds) * 1000 };
  const tally = { played: 0, altogether: 0, failures: {} as Record<string, number> };
  const times = newHistogram();
  const turns = { next: 0 };
  await Promise.all(
    clients.map(async (client) => {
      for (let at = performance.now(); at < span.to; at = performance.now()) {
        const eventId = order.eventIds[turns.next++ % order.eventIds.length] ?? '';
        const failure = await play(client, order.script, eventId).catch(String);
        const ended = performance.now();
        if (failure) tally.failures[failure] = (tally.failures[failure] ?? 0) + 1;
        if (failure) return;
        tally.altogether += 1;
        if (ended < span.from || ended > span.to) continue;
        tally.played += 1;
        recordMs(times, ended - at);
      }
    }),
  );
  await Promise.all(clients.map((client) => client.end()));
  return { ...tally, seconds, p99Ms: percentiles(times).p99 };
}

async function connected(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  await client.connect();
  Object.assign(client, { pipeline: true });
  return client;
}
