import type { Core } from '@strapi/strapi';
import { createCoalescer, hashToken } from '@gangway/kit';
import type { AnyRoute, Door, DoorRequest } from '@gangway/kit';
import { front } from '../front/front.ts';
import type { Front, RouteRequest } from '../front/front.ts';
import { privateReply } from '../front/reply.ts';
import type { Reply } from '../front/reply.ts';
import { idempotencyKey } from '../idempotency/idempotency-key.ts';
import { isReady, readyAnswer } from '../idempotency/ready-answer.ts';

/** Plugins that have doors: `strapi.plugin(name).service('doors')` is their list, or a function that answers it. */
const pluginsWithDoors = ['payments', 'notifications'] as const;

/** Puts the doors of our plugins into the front. Runs in the app's `bootstrap`, when all of them have booted. */
export function mountDoors(strapi: Core.Strapi): void {
  for (const name of pluginsWithDoors)
    for (const door of doorsOf(strapi, name)) mountDoor(front(strapi), door);
}

export function mountDoor({ serve }: Front, door: Door): void {
  serve(door.route, answering(door), { rawBody: door.rawBody ?? false });
}

type DoorList = readonly Door[] | (() => readonly Door[]);

function doorsOf(strapi: Core.Strapi, name: string): readonly Door[] {
  const doors = strapi.plugin(name).service('doors') as unknown as DoorList | undefined;
  return (typeof doors === 'function' ? doors() : doors) ?? [];
}

/** Equal requests under one key that are in flight together are asked once; across processes the door sees to it. */
function answering(door: Door): (request: RouteRequest<AnyRoute>) => Promise<Reply> {
  const coalescer = createCoalescer<Reply>();
  return async (request) => {
    const asked = doorRequest(request);
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
