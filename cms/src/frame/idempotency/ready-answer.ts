import { doorBytes } from '@gangway/kit';
import type { DoorBytes } from '@gangway/kit';
import type { Reply } from '../front/reply.ts';

/** An answer whose bytes stand: a front route, a `strapiRoute` handler and a plugin's door may all return it. */
export type ReadyAnswer = Reply & DoorBytes & { bytes: Buffer; ready: true };

/** Belongs to one person, so nobody on the way keeps it. */
export function readyAnswer({ bytes, ...answer }: DoorBytes): ReadyAnswer {
  return { ...doorBytes({ ...answer, bytes }), bytes: Buffer.from(bytes), cacheControl: 'no-store' };
}

export const isReady = (answer: unknown): answer is ReadyAnswer =>
  typeof answer === 'object' && answer !== null && 'ready' in answer && answer.ready === true;
