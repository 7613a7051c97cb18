import type { Core } from '@strapi/strapi';
import { createCoalescer, hashToken } from '@gangway/kit';
import type { AnyRoute, Door, DoorRequest } from '@gangway/kit';
import { front } from '../front/front.ts';
import type { Front, RouteRequest } from '../front/front.ts';
import { privateReply } from '../front/reply.ts';
import type { Reply } from '../front/reply.ts';
import { isLimitName } from '../limits/limit-rules.ts';
import type { Limits } from '../limits/create-limits.ts';
import { limits } from '../limits/limits.ts';
import { idempotencyKey } from '../idempotency/idempotency-key.ts';
import { addressKey } from '../request/trusted-proxies.ts';
import { isReady, readyAnswer } from '../idempotency/ready-answer.ts';

/** Plugins that have doors: `strapi.plugin(name).service('doors')` is their list, or a function that answers it. */
const pluginsWithDoors = ['payments', 'notifications'] as const;

/** Puts the doors of our plugins into the front. Runs in the app's `bootstrap`, when all of them have booted. */
export function mountDoors(strapi: Core.Strapi): void {
  const house = { front: front(strapi), limits: limits(strapi) };
  for (const name of pluginsWithDoors) for (const door of doorsOf(strapi, name)) mountDoor(house, door);
}

/** What a door is put into. */
export interface DoorHouse {
  front: Front;
  limits: Limits;
}

export function mountDoor({ front, limits }: DoorHouse, door: Door): void {
  const answer = answering(door, takeOf(door, limits));
  front.serve(door.route, answer, { rawBody: door.rawBody ?? false });
}

type Take = (request: DoorRequest<AnyRoute>) => Promise<void>;

/** @throws TypeError for a limit that does not exist */
function takeOf({ route, limit }: Door, { take }: Limits): Take {
  if (!limit) return () => Promise.resolve();
  const { name } = limit;
  if (!isLimitName(name)) throw new TypeError(`${route.id} names the limit "${name}", which does not exist.`);
  return (request) => take({ name, key: limit.key(request) ?? addressKey(request.ip), ip: request.ip });
}

type DoorList = readonly Door[] | (() => readonly Door[]);

function doorsOf(strapi: Core.Strapi, name: string): readonly Door[] {
  const doors = strapi.plugin(name).service('doors') as unknown as DoorList | undefined;
  return (typeof doors === 'function' ? doors() : doors) ?? [];
}

/** Equal requests under one key that are in flight together are asked once; across processes the door sees to it. */
function answering(door: Door, take: Take): (request: RouteRequest<AnyRoute>) => Promise<Reply> {
  const coalescer = createCoalescer<Reply>();
  return async (request) => {
    const asked = doorRequest(request);
    await take(asked);
    const { idempotencyKey: key } = asked;
    if (key === undefined) return replyOf(door, await door.answer(asked));
    const same = { key: `${key} ${callerOf(asked)}`, request: contentOf(asked) };
    return coalescer.run(same, async () => replyOf(door, await door.answer(asked)));
  };
}

const doorRequest = (request: RouteRequest<AnyRoute>): DoorRequest<AnyRoute> => ({
  ...request,
  idempotencyKey: idempotencyKey(request.headers),
});

const callerOf = ({ headers: { authorization, 'gangway-session': session } }: DoorRequest<AnyRoute>) =>
  hashToken(JSON.stringify([authorization, session]));

function contentOf({ params, query, body, raw, locale }: DoorRequest<AnyRoute>): string {
  const bytes = raw && Buffer.from(raw).toString('base64');
  return hashToken(JSON.stringify([params, query, body, bytes, locale]));
}

function replyOf({ status }: Door, answer: unknown): Reply {
  return isReady(answer) ? readyAnswer(answer) : privateReply(answer, status);
}
