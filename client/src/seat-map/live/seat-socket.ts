import type { Frame } from '../model/words.ts';

/** What the connection needs of the world; tests give their own. */
export interface SocketWorld {
  open: (url: string) => SocketLike;
  later: (work: () => void, ms: number) => () => void;
  random: () => number;
}

export interface SocketLike {
  onopen: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  onclose: ((event: { code: number }) => void) | null;
  send: (text: string) => void;
  close: () => void;
}

export interface Watching {
  url: string;
  onFrame: (frame: Frame) => void;
  /** `live` once frames come, `lost` as soon as they do not. */
  onLink: (link: 'live' | 'lost') => void;
  /** The departure has another plan now. */
  onOtherPlan: () => void;
  world?: SocketWorld;
}

export interface SeatSocket {
  /** Asks for the whole map. */
  resync: () => void;
  /** Tries at once instead of after the pause. */
  hurry: () => void;
  stop: () => void;
}

const otherPlan = 4409;
const unknownEvent = 4404;
const firstPauseMs = 500;
const longestPauseMs = 15_000;

const browser: SocketWorld = {
  open: (url) => new WebSocket(url) as SocketLike,
  later: (work, ms) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
  random: Math.random,
};

/** Growing, and not in step with everybody else whose connection broke at the same moment. */
export const pauseAfter = (failures: number, random: number): number =>
  Math.min(longestPauseMs, firstPauseMs * 2 ** failures) * (0.6 + 0.4 * random);

interface Connection {
  socket?: SocketLike;
  cancel?: () => void;
  failures: number;
  stopped: boolean;
}

/** Follows the live map of a departure and comes back after every loss, until it is stopped. */
export function watchSeats({ world = browser, ...watching }: Watching): SeatSocket {
  const at: Connection = { failures: 0, stopped: false };
  const connect = () => {
    at.cancel = undefined;
    at.socket = attach(world.open(watching.url), at, { ...watching, again });
  };
  const again = () => {
    at.socket = undefined;
    at.cancel = world.later(connect, pauseAfter(at.failures, world.random()));
    at.failures += 1;
  };
  connect();
  return {
    resync: () => at.socket?.send('{"resync":true}'),
    hurry: () => {
      if (!at.cancel || at.stopped) return;
      at.cancel();
      connect();
    },
    stop: () => {
      at.stopped = true;
      at.cancel?.();
      at.socket?.close();
    },
  };
}

type Attaching = Omit<Watching, 'world' | 'url'> & { again: () => void };

function attach(socket: SocketLike, at: Connection, { onFrame, onLink, onOtherPlan, again }: Attaching) {
  socket.onmessage = ({ data }) => {
    const frame = frameOf(data);
    if (!frame || at.stopped) return;
    at.failures = 0;
    onLink('live');
    onFrame(frame);
  };
  socket.onclose = ({ code }) => {
    if (at.stopped) return;
    onLink('lost');
    if (code === otherPlan) return onOtherPlan();
    if (code !== unknownEvent) again();
  };
  return socket;
}

function frameOf(data: unknown): Frame | undefined {
  const read: unknown = typeof data === 'string' ? JSON.parse(data) : undefined;
  return isFrame(read) ? read : undefined;
}

const isFrame = (value: unknown): value is Frame =>
  typeof value === 'object' && value !== null && 'seq' in value && 'seats' in value;
