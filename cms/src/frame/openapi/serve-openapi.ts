import type { Core } from '@strapi/strapi';
import { contracts, errorCatalogue } from './contracts.ts';
import { front } from '../front/front.ts';
import { openapiDocument } from './openapi.ts';
import { readOpenapi } from './openapi-contract.ts';
import { jsonReply } from '../front/reply.ts';

export function serveOpenapi(strapi: Core.Strapi): void {
  const version = strapi.config.get<string>('info.version');
  const reply = jsonReply(openapiDocument({ routes: contracts, errors: errorCatalogue, version }), {
    maxAge: 300,
  });
  front(strapi).serve(readOpenapi, () => reply);
}
