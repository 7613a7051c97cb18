import { defineRoute, z } from '@gangway/kit';

export const readOpenapi = defineRoute({
  id: 'system.openapi',
  method: 'GET',
  path: '/openapi.json',
  summary: 'This description of the API',
  tag: 'system',
  access: 'public',
  response: z.looseObject({ openapi: z.string(), info: z.looseObject({ title: z.string() }) }),
  errors: [],
  example: { response: { openapi: '3.1.0', info: { title: 'Gangway' } } },
});

export const readDocs = defineRoute({
  id: 'system.docs',
  method: 'GET',
  path: '/docs',
  summary: 'Leads to this description as pages of the website',
  tag: 'system',
  access: 'public',
  produces: 'text/html',
  response: z.string(),
  errors: [],
  example: { response: '' },
});

export const routes = [readOpenapi, readDocs];
