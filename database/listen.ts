import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

const firstPauseMs = 100;
const longestPauseMs = 5_000;

export interface Message {
  channel: string;
  /** What NOTIFY carried: ids, at most 8,000 bytes; '' when it carried nothing. */
  payload: string;
}

export interface ListenOptions {
  connectionString: string;
  channels: string[];
  onMessage: (message: Message) => void;
  /** Runs after every (re)connection: messages of the time before are lost, so rebuild everything. */
  onReset: () => Promise<void> | void;
  /** A lost connection, or an `onReset` that failed; both are tried again. */
  onTrouble?: (error: unknown) => void;
}

export interface Listener {
  stop: () => Promise<void>;
}

interface Session {
  client: Client;
  lost: Promise<unknown>;
}

/**
 * Listens on a connection of its own for as long as the process lives. Resolves after the first `onReset`; rejects
 * when the first connection fails. Later losses are mended with growing pauses of 0.1 to 5 seconds.
 */
export async function listen(options: ListenOptions): Promise<Listener> {
  const stopping = new AbortController();
  const first = await connect(options);
  const loop = keepAlive({ options, first, stopping });
  const stop = async () => {
    stopping.abort();
    await loop;
  };
  return { stop };
}

async function keepAlive(work: {
  options: ListenOptions;
  first: Session;
  stopping: AbortController;
}): Promise<void> {
  const { options, stopping } = work;
  const stopped = new Promise<'stopped'>((resolve) =>
    stopping.signal.addEventListener('abort', () => resolve('stopped'), { once: true }),
  );
  let session: Session | undefined = work.first;
  while (session) {
    const reason: unknown = await Promise.race([session.lost, stopped]);
    await session.client.end().catch(() => undefined);
    if (reason === 'stopped') return;
    options.onTrouble?.(reason);
    session = await reconnect({ options, signal: stopping.signal });
  }
}

/** Undefined when the listener was stopped while it tried. */
async function reconnect({ options, signal }: { options: ListenOptions; signal: AbortSignal }) {
  for (let wait = firstPauseMs; !signal.aborted; wait = Math.min(wait * 2, longestPauseMs)) {
    await pause(wait, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return undefined;
    try {
      return await connect(options);
    } catch (error) {
      options.onTrouble?.(error);
    }
  }
  return undefined;
}

/** LISTEN comes before `onReset`: a change between the two is then told twice instead of never. */
async function connect({ connectionString, channels, onMessage, onReset }: ListenOptions): Promise<Session> {
  const client = new Client({ connectionString, keepAlive: true, keepAliveInitialDelayMillis: 10_000 });
  const lost = new Promise<unknown>((resolve) => {
    client.on('error', resolve);
    client.on('end', () => resolve(new Error('The database closed the connection.')));
  });
  client.on('notification', ({ channel, payload = '' }) => onMessage({ channel, payload }));
  try {
    await client.connect();
    for (const channel of channels) await client.query(`listen ${client.escapeIdentifier(channel)}`);
    await onReset();
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  return { client, lost };
}
