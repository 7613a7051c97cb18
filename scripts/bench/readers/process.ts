import '../../follow-parent.mjs';
import { WebSocket } from 'ws';
import { machineMs } from './messages.ts';
import type { FromReaders, ToReaders } from './messages.ts';
import { sightings } from './sightings.ts';

/** Many readers of one seat map in a process of their own. */

/** A server lets so many in from one address; every address of 127.0.0.0/8 is this machine. */
const perAddress = 100;
/** Opened at once: a rush of handshakes is not what is measured here. */
const atOnce = 50;

const say = (message: FromReaders) => process.send?.(message);
const state: { report?: (message: ToReaders & { kind: 'changes' }) => void } = {};

process.on('disconnect', () => process.exit(0));
process.on('message', (message: ToReaders) => {
  if (message.kind === 'open') void open(message);
  else state.report?.(message);
});
say({ kind: 'ready' });

async function open({ url, eventId, count, firstAddress }: ToReaders & { kind: 'open' }): Promise<void> {
  const seen = sightings(count);
  const alive = Array.from({ length: count }, () => false);
  const lost = { count: 0 };
  const place = (reader: number) => {
    const address = firstAddress + Math.floor(reader / perAddress);
    return connected(
      { url: `${url}?event=${eventId}`, localAddress: `127.0.${address >> 8}.${address & 255}` },
      (text) => seen.heard(reader, text, machineMs()),
    );
  };
  for (let from = 0; from < count; from += atOnce) {
    const batch = Array.from({ length: Math.min(atOnce, count - from) }, (_, at) => from + at);
    await Promise.all(
      batch.map(async (reader) => {
        const socket = await place(reader);
        alive[reader] = socket !== undefined;
        socket?.once('close', () => {
          alive[reader] = false;
          lost.count += 1;
        });
      }),
    );
  }
  const openNow = alive.filter(Boolean).length;
  say({ kind: 'opened', open: openNow, lost: count - openNow });
  state.report = ({ changes }) =>
    say({ kind: 'report', report: { ...seen.report(changes, alive), lost: lost.count } });
}

/** Resolves with the first frame, which is the whole map; undefined when the door stayed shut. */
function connected(
  { url, localAddress }: { url: string; localAddress: string },
  heard: (text: string) => void,
): Promise<WebSocket | undefined> {
  return new Promise((settle) => {
    const socket = new WebSocket(url, { localAddress, handshakeTimeout: 60_000 });
    const state = { first: true };
    socket.on('message', (data) => {
      if (!state.first) return heard(String(data));
      state.first = false;
      settle(socket);
    });
    socket.on('error', () => settle(undefined));
    socket.on('close', () => settle(undefined));
  });
}
