import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import WebSocket from 'ws';

export type Frame = { seq: number; seats: [string, string][] };

/** An open map: what has come so far, and what comes next. */
export type Watched = {
  /** Every frame so far as it travelled. */
  bytes: string[];
  /** The map as the frames say it. */
  seats: Map<string, string>;
  next: (isWanted: (seats: Map<string, string>) => boolean) => Promise<void>;
  say: (text: string) => void;
  closed: Promise<{ code: number; reason: string }>;
  close: () => void;
};

export const address = (eventId: string) => `${baseUrl.replace('http', 'ws')}/ws/seatmap?event=${eventId}`;

/** Watches the map of a departure, as a browser on a page of `origin` does. */
export function watch(eventId: string, headers: Record<string, string> = {}): Watched {
  const socket = new WebSocket(address(eventId), { headers });
  const bytes: string[] = [];
  const seats = new Map<string, string>();
  const changed = new EventTarget();
  socket.on('message', (data: Buffer) => {
    bytes.push(data.toString());
    for (const [code, word] of (JSON.parse(data.toString()) as Frame).seats) seats.set(code, word);
    changed.dispatchEvent(new Event('frame'));
  });
  const closed = once(socket, 'close').then((told) => {
    const [code, reason] = told as [number, Buffer];
    return { code, reason: reason.toString() };
  });
  return {
    ...{ bytes, seats, closed },
    next: (isWanted) =>
      new Promise((resolve) => {
        const look = () => isWanted(seats) && resolve();
        changed.addEventListener('frame', look);
        look();
      }),
    say: (text) => socket.send(text),
    close: () => socket.close(),
  };
}

/** How the server answers an upgrade that it refuses. */
export async function refusal(eventId: string, headers: Record<string, string> = {}) {
  const socket = new WebSocket(address(eventId), { headers });
  socket.on('error', () => undefined);
  const [, response] = (await once(socket, 'unexpected-response')) as [unknown, IncomingMessage];
  return { status: response.statusCode, retryAfter: response.headers['retry-after'] };
}
