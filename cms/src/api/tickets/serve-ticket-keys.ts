import type { Core } from '@strapi/strapi';
import { front, jsonReply } from '../../frame/front/front.ts';
import { listTicketKeys } from './contract.ts';
import { listedKeys } from './store/ticket-keys.ts';

const keptForSeconds = 300;

/** The list as it stands in the database: keys of other secrets and other years are in it too. */
export function serveTicketKeys(strapi: Core.Strapi): void {
  front(strapi).serve(listTicketKeys, async () =>
    jsonReply({ keys: await listedKeys(strapi.db.connection) }, { maxAge: keptForSeconds }),
  );
}
