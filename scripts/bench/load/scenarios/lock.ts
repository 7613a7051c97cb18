import { randomBytes } from 'node:crypto';
import { jsonOf } from '../checked-body.ts';
import { httpLines } from '../http-lines.ts';
import type { Reply } from '../http-reply.ts';
import { right, wrong } from '../scenario.ts';
import type { Outcome, Scenario } from '../scenario.ts';
import { drawing } from './read.ts';

export interface LockParams {
  url: string;
  eventId: string;
  seats: readonly string[];
  seed: number;
}

/** Seats next to each other that most people want. */
const wantedMost = { share: 0.3, seats: 400 };
const most = 3;

/** Every arrival is a session of its own that wants one to three seats side by side: 200 and all of them, or 409. */
export const lock: Scenario<LockParams> = ({ url, eventId, seats, seed }) => {
  const lines = httpLines(url);
  const draw = drawing(seed);
  const granted: string[] = [];
  const choose = () => {
    const among = draw() < wantedMost.share ? Math.min(wantedMost.seats, seats.length) : seats.length;
    const from = Math.floor(draw() * among);
    return seats.slice(from, from + 1 + Math.floor(draw() * most));
  };
  return {
    arrive: async () => {
      const asked = choose();
      const body = { sessionId: randomBytes(15).toString('base64url'), seats: asked };
      const reply = await lines.ask({ path: `/api/events/${eventId}/seats/lock`, body });
      if (reply.status === 200) return keep(reply, asked, granted);
      return reply.status === 409 ? refusal(reply, asked) : wrong(String(reply.status), String(reply.body));
    },
    facts: () => granted,
    close: lines.close,
  };
};

function keep(reply: Reply, asked: readonly string[], granted: string[]): Outcome {
  const { data } = (jsonOf(reply) ?? {}) as { data?: { holdId?: string; seats?: string[] } };
  const got = [...(data?.seats ?? [])].sort();
  if (!data?.holdId || got.join() !== [...asked].sort().join()) return wrong('other seats than asked for');
  granted.push(...got.map((seat) => `${data.holdId} ${seat}`));
  return right('200');
}

/** Says which of the seats that were asked for are taken. */
function refusal(reply: Reply, asked: readonly string[]): Outcome {
  const { error } = (jsonOf(reply) ?? {}) as { error?: { code?: string; details?: { seats?: string[] } } };
  const named = error?.details?.seats ?? [];
  const known =
    error?.code === 'SEAT_TAKEN' && named.length > 0 && named.every((seat) => asked.includes(seat));
  return known ? right('409') : wrong('a refusal of something else', String(reply.body));
}
