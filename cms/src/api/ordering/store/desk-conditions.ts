import type { DeskSearch } from '../domain/desk-search.ts';

/** A statement's text with what stands in its places. */
export type Sql = { sql: string; bindings: readonly unknown[] };

const columns = 'o.id, o.placed_at, o.currency, o.total, o.refunded_total';

/** The orders that are looked for, each once: `id`, `placed_at` and what it comes to. */
export const ordersFound = (search: DeskSearch): Sql => joined(partsOf(search), ' union all ');

/**
 * A page of them, the latest first. Each part is read for itself as far as the page may reach, from an index that has
 * its orders in that order: the planner would rather sort all of them.
 */
export function latestFound(search: DeskSearch, { limit, offset }: { limit: number; offset: number }): Sql {
  const parts = partsOf(search).map((one) => joined([one, reaching(offset + limit)], ' '));
  const all = joined(parts, ') union all (');
  const sql = `select id from ((${all.sql})) o ${latestFirst} limit ? offset ?`;
  return { sql, bindings: [...all.bindings, limit, offset] };
}

/** In the text, because a kept plan for any number of rows is one for a tenth of all; in tens, so that texts are few. */
const reaching = (rows: number): Sql => ({
  sql: `${latestFirst} limit ${10 ** Math.max(2, Math.ceil(Math.log10(rows)))}`,
  bindings: [],
});

/** An order's id tells orders of one moment apart. */
export const latestFirst = 'order by placed_at desc, id desc';

const partsOf = (search: DeskSearch): Sql[] => {
  const others = conditions(search);
  return statesOf(search).map((state) => part([...state, ...others]));
};

function part(all: readonly Sql[]): Sql {
  const { sql, bindings } = joined(all, ' and ');
  return { sql: `select ${columns} from orders o${sql && ` where ${sql}`}`, bindings };
}

function joined(all: readonly Sql[], by: string): Sql {
  return { sql: all.map(({ sql }) => sql).join(by), bindings: all.flatMap(({ bindings }) => bindings) };
}

function conditions(search: DeskSearch): Sql[] {
  return [
    ...[eventIs(search), buyerIs(search), placed(search), words(search)].flat(),
    ...equal('o.channel', search.channel),
    ...equal('o.seller_id', search.sellerId),
    ...equal('o.number', search.number),
    ...reviewed(search),
  ];
}

function equal(column: string, value: unknown): Sql[] {
  return value === undefined ? [] : [{ sql: `${column} = ?`, bindings: [value] }];
}

const open = ['PENDING', 'LOCKED'];

/** As the index of open orders has it: among all orders they are very few, and a kept plan has to know. */
const isOpen = "o.state in ('PENDING', 'LOCKED')";

/** By what the clock makes of the state: an order that ran out is expired before it is tidied up. */
function statesOf({ states, now }: DeskSearch): Sql[][] {
  if (!states) return [[]];
  const stored = [...new Set(states)].filter((state) => !open.includes(state));
  const lasting = states.filter((state) => open.includes(state));
  const moment = now.toISOString();
  const ranOut = { sql: `${isOpen} and o.expires_at <= ?`, bindings: [moment] };
  const lasts = {
    sql: `${isOpen} and o.state = any(?) and (o.expires_at > ? or o.expires_at is null)`,
    bindings: [lasting, moment],
  };
  return [
    ...stored.map((state) => equal('o.state', state)),
    ...(states.includes('EXPIRED') ? [[ranOut]] : []),
    ...(lasting.length > 0 ? [[lasts]] : []),
  ];
}

function reviewed({ needsReview }: DeskSearch): Sql[] {
  if (needsReview === undefined) return [];
  return [{ sql: needsReview ? 'o.needs_review' : 'o.needs_review is not true', bindings: [] }];
}

function eventIs({ eventId }: DeskSearch): Sql[] {
  if (eventId === undefined) return [];
  const sql = 'o.document_id in (select order_id from order_lines where event_id = ?)';
  return [{ sql, bindings: [eventId] }];
}

function buyerIs({ email, phoneEnd }: DeskSearch): Sql[] {
  return [...equal('o.buyer_email', email), ...(phoneEnd === undefined ? [] : [phoneEnds(phoneEnd)])];
}

/** Backwards, as the index has them: the end of a phone is how it begins. Bounds, because a kept plan knows no pattern. */
function phoneEnds(digits: string): Sql {
  const begin = [...digits].reverse().join('');
  const sql = '(reverse(o.buyer_phone) ~>=~ ? and reverse(o.buyer_phone) ~<~ ?)';
  return { sql, bindings: [begin, `${begin}${afterDigits}`] };
}

/** Comes after every digit. */
const afterDigits = ':';

function placed({ from, until }: DeskSearch): Sql[] {
  return [
    ...(from ? [{ sql: 'o.placed_at >= ?', bindings: [from.toISOString()] }] : []),
    ...(until ? [{ sql: 'o.placed_at < ?', bindings: [until.toISOString()] }] : []),
  ];
}

function words(search: DeskSearch): Sql[] {
  const { text, textNumber, textPhoneEnd } = search;
  if (text === undefined) return [];
  const any = [
    ...nameOrEmail(search),
    ...equal('o.number', textNumber),
    ...(textPhoneEnd === undefined ? [] : [phoneEnds(textPhoneEnd)]),
  ];
  const { sql, bindings } = joined(any, ' or ');
  return [{ sql: `(${sql})`, bindings }];
}

/** The index knows groups of three letters, and that a word begins: what is shorter has to begin one. */
const shortest = 3;

/** A whole address: its parts are shared by thousands, and looking for them takes as long. */
const wholeEmail = /^[^\s@]+@[^\s@]+\.[^\s@.]{2,}$/;

function nameOrEmail({ text = '', textNumber }: DeskSearch): Sql[] {
  // As we write a number, its check digit right: nobody is called so.
  if (text === textNumber) return [];
  if (wholeEmail.test(text)) return equal('o.buyer_email', text.toLowerCase());
  const escaped = text.replace(/[\\%_]/g, '\\$&');
  if ([...text].length >= shortest) {
    const within = `%${escaped}%`;
    return [{ sql: 'o.buyer_name ilike ? or o.buyer_email ilike ?', bindings: [within, within] }];
  }
  const begins = [`${escaped}%`, `% ${escaped}%`, `${escaped.toLowerCase()}%`];
  return [{ sql: 'o.buyer_name ilike ? or o.buyer_name ilike ? or o.buyer_email like ?', bindings: begins }];
}
