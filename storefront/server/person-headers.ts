import type { Visitor } from './visitor-cookies.ts';

const orderPath = /^\/api\/(?:orders|payments)\/([0-9a-z]+)/;

/**
 * How the API knows the visitor: the session of their places, and one bearer: the token of the order that the path
 * names, should a link have brought it, else the account's. Where that token opens nothing any more, whoever shows the
 * order forgets it: `src/order/open-order.ts`.
 */
export function personHeaders({ visitor, path }: { visitor: Visitor; path: string }): Record<string, string> {
  const [, order = ''] = orderPath.exec(path) ?? [];
  const bearer = visitor.orders[order] ?? visitor.account;
  return {
    ...(visitor.session ? { 'gangway-session': visitor.session } : {}),
    ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
  };
}
