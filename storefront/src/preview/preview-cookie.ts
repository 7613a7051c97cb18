import { parseCookie, stringifySetCookie } from 'cookie';

/** A link from the panel; only cms can tell whether it is good. It says what it opens: `page.<id>.draft.<until>.<…>`. */
const token = /^(activity|page)\.([0-9a-z]{1,40})\.(draft|published)\.\d{1,12}\.[\w-]{43}$/;
const atOnce = 6;
const seconds = 1_800;

export interface Opened {
  type: string;
  id: string;
}

/** What the token opens; undefined when it does not even look like one. */
export function openedBy(text: string): Opened | undefined {
  const [, type, id] = token.exec(text) ?? [];
  return type && id ? { type, id } : undefined;
}

const nameOf = (secure: boolean): string => (secure ? '__Host-gangway-preview' : 'gangway-preview');

interface Kept {
  /** The header `Cookie`. */
  header: string | null;
  secure: boolean;
}

const tokensIn = ({ header, secure }: Kept): string[] =>
  (parseCookie(header ?? '')[nameOf(secure)] ?? '').split('|').filter((one) => openedBy(one));

/** The token that was kept for this document. */
export const tokenFor = (kept: Kept, { type, id }: Opened): string | undefined =>
  tokensIn(kept).find((one) => one.startsWith(`${type}.${id}.`));

/**
 * `Set-Cookie` with one more token, in place of an older one for the same document. Over https the panel may live on
 * another site: the cookie then belongs to its frame alone (`Partitioned`).
 */
export function keepToken(kept: Kept, text: string): string {
  const opened = openedBy(text);
  const others = tokensIn(kept).filter((one) => !one.startsWith(`${opened?.type}.${opened?.id}.`));
  return stringifySetCookie({
    name: nameOf(kept.secure),
    value: [...others, text].slice(-atOnce).join('|'),
    path: '/',
    httpOnly: true,
    maxAge: seconds,
    secure: kept.secure,
    ...(kept.secure ? { sameSite: 'none', partitioned: true } : { sameSite: 'lax' }),
  });
}
