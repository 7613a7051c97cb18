import { defineRoute, z } from '@gangway/kit';

const state = <const Word extends string>(word: Word) =>
  z.strictObject({ data: z.strictObject({ status: z.literal(word) }) });

export const alive = defineRoute({
  id: 'system.alive',
  method: 'GET',
  path: '/healthz',
  summary: 'The process runs',
  tag: 'system',
  access: 'public',
  response: state('alive'),
  errors: [],
  example: { response: { data: { status: 'alive' } } },
});

export const ready = defineRoute({
  id: 'system.ready',
  method: 'GET',
  path: '/readyz',
  summary: 'The process takes requests; otherwise 503 and details.missing names what is not there yet',
  tag: 'system',
  access: 'public',
  response: state('ready'),
  errors: ['UNAVAILABLE'],
  example: { response: { data: { status: 'ready' } } },
});

export const routes = [alive, ready];
