import { Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';

const firstPauseMs = 100;
const longestPauseMs = 5_000;

/** A connection may die without a word: it is asked this often, and given up when it does not answer so soon. */
const usualHeartbeat: Heartbeat = { everyMs: 1_000, withinMs: 2_000 };

export interface Heartbeat {
  everyMs: number;
  withinMs: number;
}

export interface Message {
  channel: string;
  /** What NOTIFY carried: ids, at most 8,000 bytes; '' when it carried nothing. */
  payload: string;
}

export interface ListenOptions {
  connectionString: string;
  channels: string[];
  onMessage: (message: Message) => void;
  /**
   * Runs after every (re)connection: messages of the time before are lost, so rebuild everything. What must live and die
   * with the connection, such as a lock of the session, is taken through it.
   */
  onReset: (client: Client) => Promise<void> | void;
  /** A lost connection, one that does not answer any more, or an `onReset` that failed; all are tried again. */
  onTrouble?: (error: unknown) => void;
  /** By default the connection is asked every second and given two to answer. */
  heartbeat?: Heartbeat;
}

export interface Listener {
  stop: () => Promise<void>;
}

interface Session {
  client: Client;
  socket: Socket;
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
    const beat = new AbortController();
    const silent = silence(session.client, options, beat.signal);
    const reason: unknown = await Promise.race([session.lost, silent, stopped]);
    beat.abort();
    if (reason === 'stopped') return endSoon(session, options);
    await session.client.end().catch(() => undefined);
    options.onTrouble?.(reason);
    session = await reconnect({ options, signal: stopping.signal });
  }
}

/** A connection that has died without a word does not answer our goodbye either. */
async function endSoon(
  { client, socket }: Session,
  { heartbeat = usualHeartbeat }: ListenOptions,
): Promise<void> {
  await answeredWithin(client.end(), heartbeat.withinMs).catch(() => socket.destroy());
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

/** Resolves with what is wrong when the connection leaves a question without an answer; never when it is aborted. */
async function silence(
  client: Client,
  { channels, heartbeat: { everyMs, withinMs } = usualHeartbeat }: ListenOptions,
  signal: AbortSignal,
): Promise<unknown> {
  // Listening once more changes nothing.
  const question = listening(client, channels.at(-1) ?? '');
  for (;;) {
    await pause(everyMs, undefined, { signal, ref: false }).catch(() => undefined);
    if (signal.aborted) return new Promise(() => undefined);
    const error = await answeredWithin(client.query(question), withinMs).catch((reason: unknown) => reason);
    if (error instanceof Error) return error;
  }
}

/** @throws what went wrong, or that nothing came */
async function answeredWithin(answer: Promise<unknown>, withinMs: number): Promise<void> {
  const over = new AbortController();
  const late = async () => {
    await pause(withinMs, undefined, { signal: over.signal, ref: false });
    // It may have answered while this process was busy: what has arrived is read first.
    await new Promise((resolve) => setImmediate(resolve));
    throw new Error(`The database has not answered for ${withinMs} ms.`);
  };
  try {
    await Promise.race([answer, late()]);
  } finally {
    over.abort();
  }
}

const listening = (client: Client, channel: string) => `listen ${client.escapeIdentifier(channel)}`;

/** LISTEN comes before `onReset`: a change between the two is then told twice instead of never. */
async function connect({ onMessage, onReset, ...options }: ListenOptions): Promise<Session> {
  const { connectionString, channels, heartbeat: { withinMs } = usualHeartbeat } = options;
  const socket = new Socket();
  const client = new Client({
    connectionString,
    connectionTimeoutMillis: withinMs,
    stream: () => socket,
  });
  const lost = new Promise<unknown>((resolve) => {
    client.on('error', resolve);
    client.on('end', () => resolve(new Error('The database closed the connection.')));
  });
  client.on('notification', ({ channel, payload = '' }) => onMessage({ channel, payload }));
  try {
    await client.connect();
    for (const channel of channels) {
      await answeredWithin(client.query(listening(client, channel)), withinMs);
    }
    await onReset(client);
  } catch (error) {
    await client.end().catch(() => undefined);
    throw error;
  }
  return { client, socket, lost };
}
