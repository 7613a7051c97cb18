import { defineRoute, ticketKeySchema, z } from '@gangway/kit';

/** Every key that ever signed stays here, so that an old ticket can always be checked; the newest stands last. */
export const listTicketKeys = defineRoute({
  id: 'tickets.keys',
  method: 'GET',
  path: '/.well-known/gangway-ticket-keys.json',
  summary: 'Public keys that tell genuine ticket codes, without asking us',
  tag: 'tickets',
  access: 'public',
  response: z.strictObject({ keys: z.array(ticketKeySchema) }),
  errors: [],
  example: {
    response: {
      keys: [
        {
          kid: '2026Q4-3f9a',
          kty: 'OKP',
          crv: 'Ed25519',
          alg: 'EdDSA',
          use: 'sig',
          x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
          signsFrom: '2026-10-01T00:00:00.000Z',
          signsUntil: '2027-01-01T00:00:00.000Z',
        },
      ],
    },
  },
});

export const routes = [listTicketKeys];
