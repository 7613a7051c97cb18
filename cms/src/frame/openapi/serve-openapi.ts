import type { Core } from '@strapi/strapi';
import { readEnv } from '@gangway/config/env';
import { contracts, errorCatalogue } from './contracts.ts';
import { front } from '../front/front.ts';
import { openapiDocument } from './openapi.ts';
import { readDocs, readOpenapi } from './openapi-contract.ts';
import { jsonReply } from '../front/reply.ts';

export function serveOpenapi(strapi: Core.Strapi): void {
  const version = strapi.config.get<string>('info.version');
  const reply = jsonReply(openapiDocument({ routes: contracts, errors: errorCatalogue, version }), {
    maxAge: 300,
  });
  front(strapi).serve(readOpenapi, () => reply);
  const location = `${readEnv().storefrontUrl}/docs`;
  const elsewhere = {
    status: 302,
    bytes: Buffer.alloc(0),
    contentType: 'text/html',
    cacheControl: 'no-cache',
  };
  front(strapi).serve(readDocs, () => ({ ...elsewhere, headers: { Location: location } }));
}
