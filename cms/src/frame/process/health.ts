import type { Core } from '@strapi/strapi';
import { commonErrors } from '@gangway/kit';
import { front } from '../front/front.ts';
import { alive, ready } from './health-contract.ts';
import { privateReply } from '../front/reply.ts';
import { readiness } from './readiness.ts';

export function serveHealth(strapi: Core.Strapi): void {
  front(strapi).serve(alive, () => privateReply({ data: { status: 'alive' } }));
  front(strapi).serve(ready, async () => {
    const missing = await readiness(strapi).missing();
    if (missing.length > 0) throw commonErrors.UNAVAILABLE({ missing });
    return privateReply({ data: { status: 'ready' } });
  });
}
