import type { Core } from '@strapi/strapi';
import { readEnv } from '@gangway/config/env';
import { clock } from '@gangway/kit';
import { drawing } from './papers/drawing.ts';
import { refuseHalfSigner } from './pass-signer.ts';
import { serveTicketKeys } from './serve-ticket-keys.ts';
import { serveTicketList } from './serve-ticket-list.ts';
import { defineKeySweep, listKeysAround } from './signing-keys.ts';

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    refuseHalfSigner(readEnv());
    defineKeySweep(strapi);
  },

  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    serveTicketKeys(strapi);
    serveTicketList(strapi);
    await strapi.db.transaction(({ trx }) => listKeysAround(strapi, { now: clock.now(), trx }));
  },

  async destroy({ strapi }: { strapi: Core.Strapi }) {
    await drawing(strapi).stop();
  },
};
