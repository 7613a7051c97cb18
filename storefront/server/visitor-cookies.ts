import { parseCookie, stringifySetCookie } from 'cookie';

/** What the browser of a visitor keeps for us. Scripts cannot read any of it. */
export interface Visitor {
  /** Of the places that are held: `Gangway-Session` of the API. */
  session?: string;
  /** The account's token. */
  account?: string;
  /** Tokens of orders that were opened by a link, newest last. */
  orders: Record<string, string>;
  /** What the basket remembers beside the places that are held, packed: `src/basket/basket-cookie.ts`. */
  basket?: string;
  /** Where the visit came from, packed: `src/source/source.ts`. */
  source?: string;
  /** Of a letter about the account, so that it stands in no address. */
  link?: string;
  /** What this browser registered with: whoever confirms shows that it was they. */
  registration?: string;
}

export type CookieName = 'session' | 'account' | 'orders' | 'basket' | 'source' | 'link' | 'registration';

const hour = 3_600;
const day = 24 * hour;
const keptFor: Record<CookieName, number> = {
  session: 30 * day,
  account: 30 * day,
  orders: 400 * day,
  basket: 30 * day,
  source: 7 * day,
  link: hour,
  registration: 7 * day,
};
const mostOrders = 12;
const sessionPattern = /^[0-9A-Za-z_-]{16,128}$/;
const orderPattern = /^[0-9a-z]{10,40}$/;
const packedPattern = /^[\w-]{1,3500}$/;
const tokenPattern = /^[\w.-]{10,2000}$/;

/** Over https a cookie is bound to the host by its name (RFC 6265bis, section 4.1.3.2). */
export const cookieNames = (secure: boolean): Record<CookieName, string> => {
  const prefix = secure ? '__Host-gangway-' : 'gangway-';
  return {
    session: `${prefix}session`,
    account: `${prefix}account`,
    orders: `${prefix}orders`,
    basket: `${prefix}basket`,
    source: `${prefix}source`,
    link: `${prefix}link`,
    registration: `${prefix}registration`,
  };
};

/** Who asks, by the header `Cookie`. What does not look like ours is not there. */
export function visitorOf({ header, secure }: { header: string | undefined; secure: boolean }): Visitor {
  const cookies = parseCookie(header ?? '');
  const names = cookieNames(secure);
  const matching = (name: CookieName, pattern: RegExp) => {
    const value = cookies[names[name]];
    return value !== undefined && pattern.test(value) ? value : undefined;
  };
  return {
    session: matching('session', sessionPattern),
    account: matching('account', tokenPattern),
    orders: ordersOf(cookies[names.orders] ?? ''),
    basket: matching('basket', packedPattern),
    source: matching('source', packedPattern),
    link: matching('link', tokenPattern),
    registration: matching('registration', sessionPattern),
  };
}

/** The value of `Set-Cookie`; without a value the cookie goes. */
export function setCookie({
  name,
  value,
  secure,
}: {
  name: CookieName;
  value?: string;
  secure: boolean;
}): string {
  return stringifySetCookie({
    name: cookieNames(secure)[name],
    value: value ?? '',
    path: '/',
    httpOnly: true,
    secure,
    sameSite: 'lax',
    maxAge: value === undefined ? 0 : keptFor[name],
  });
}

/** The cookie `orders` with one more; the oldest make room. */
export function withOrder(
  orders: Record<string, string>,
  { id, token }: { id: string; token: string },
): string {
  const others = Object.entries(orders).filter(([known]) => known !== id);
  return packed([...others, [id, token]].slice(-mostOrders));
}

/** The cookie `orders` of these; undefined where there is nothing to keep. */
export const onlyOrders = (orders: Record<string, string>): string | undefined =>
  packed(Object.entries(orders)) || undefined;

const packed = (entries: string[][]): string => entries.map((entry) => entry.join(':')).join('|');

function ordersOf(text: string): Record<string, string> {
  const entries = text.split('|').map((entry) => entry.split(':'));
  return Object.fromEntries(
    entries.filter(([id = '', token = '']) => orderPattern.test(id) && tokenPattern.test(token)),
  );
}
