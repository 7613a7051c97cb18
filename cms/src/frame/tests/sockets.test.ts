import { socketTerms } from '@gangway/config/socket-terms';

it('the server of the shop has the terms of its sockets', () => {
  const { headersTimeout, requestTimeout, keepAliveTimeout } = strapi.server.httpServer;
  const { connectionsCheckingInterval: _, ...terms } = socketTerms;
  expect({ headersTimeout, requestTimeout, keepAliveTimeout }).toEqual(terms);
});
