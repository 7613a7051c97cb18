import { bodyCheck } from '../checked-body.ts';
import { httpLines } from '../http-lines.ts';
import { right, wrong } from '../scenario.ts';
import type { Scenario } from '../scenario.ts';
import { complaintOf } from './expectations.ts';
import type { Expectation } from './expectations.ts';

export interface Readable {
  path: string;
  /** Names the latencies of its kind. */
  kind: string;
  expect: Expectation;
}

export interface ReadParams {
  url: string;
  headers?: Record<string, string>;
  urls: readonly Readable[];
  /** Draws the same addresses in the same order. */
  seed: number;
}

/** Reads addresses drawn at random; every answer has to be one to this address. */
export const read: Scenario<ReadParams> = ({ url, urls, headers = {}, seed }, { step }) => {
  const lines = httpLines(url);
  const check = bodyCheck();
  const draw = drawing(seed);
  return {
    arrive: async () => {
      const readable = urls[Math.floor(draw() * urls.length)];
      if (!readable) return wrong('no addresses');
      const { path, kind, expect } = readable;
      const asked = performance.now();
      const reply = await lines.ask({ path, headers });
      step(kind, performance.now() - asked);
      if (reply.status !== 200) return wrong(`${kind} ${reply.status}`, `${path} ${String(reply.body)}`);
      const complaint = check(path, reply, (json) => complaintOf(json, expect));
      return complaint === undefined ? right('200') : wrong(`${kind}: ${complaint}`, path);
    },
    close: lines.close,
  };
};

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function drawing(seed: number): () => number {
  const state = { at: seed };
  return () => {
    state.at = (state.at + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state.at ^ (state.at >>> 15), 1 | state.at);
    const again = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((again ^ (again >>> 14)) >>> 0) / 4_294_967_296;
  };
}
