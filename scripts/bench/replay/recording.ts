import type { Heard } from './hearing.ts';

/** A transaction, or a statement that stood by itself, in the order in which they began. */
export interface Deed {
  statements: Heard[];
}

/** Words that are other ones in each checkout: keys, hashes, ids of the gateway, order numbers. */
const born = [
  /\b[a-z][a-z0-9]{23}\b/g,
  /\b[0-9a-f]{64}\b/g,
  /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g,
  /\b[1-9]\d{2}-\d{3}-\d{3}\b/g,
];

export function deedsOf(heard: readonly Heard[]): Deed[] {
  const deeds: Deed[] = [];
  const open = new Map<number, Deed>();
  for (const statement of heard) {
    const { connection, text } = statement;
    const inside = open.get(connection);
    const deed = inside ?? { statements: [] };
    if (!inside) deeds.push(deed);
    deed.statements.push(statement);
    if (begins(text)) open.set(connection, deed);
    if (ends(text)) open.delete(connection);
  }
  return deeds;
}

export const begins = (text: string): boolean => /^begin\b/i.test(text);
export const ends = (text: string): boolean => /^(?:commit|rollback;?$|end\b)/i.test(text);

export function bornWords({ statements }: Deed): string[] {
  const texts = statements.flatMap(({ values }) => values.filter((value) => typeof value === 'string'));
  return [...new Set(texts.flatMap((text) => born.flatMap((pattern) => text.match(pattern) ?? [])))];
}

interface Wanted {
  /** In whatever the buyer sent. */
  name: string;
  /** Words of the catalogue, which were there before. */
  known: ReadonlySet<string>;
}

/**
 * What belongs to the checkout of this buyer, up to the settlement: deeds that hold the name, and those that share a
 * word with them. The letter and the looks for tickets are no part of it.
 */
export function checkoutOf(deeds: readonly Deed[], { name, known }: Wanted): Deed[] {
  const own = sharing(deeds, { words: new Set([name]), known });
  return upToSettlement(deeds.filter((deed) => own.has(deed)));
}

function sharing(
  deeds: readonly Deed[],
  { words, known }: { words: ReadonlySet<string>; known: ReadonlySet<string> },
): Set<Deed> {
  const chosen = deeds.filter((deed) => holdsOne(deed, words));
  const more = chosen.flatMap(bornWords).filter((word) => !known.has(word) && !words.has(word));
  if (more.length === 0) return new Set(chosen);
  return sharing(deeds, { words: new Set([...words, ...more]), known });
}

function holdsOne({ statements }: Deed, words: ReadonlySet<string>): boolean {
  const texts = statements.flatMap(({ values }) => values.filter((value) => typeof value === 'string'));
  return texts.some((text) => [...words].some((word) => text.includes(word)));
}

function upToSettlement(deeds: readonly Deed[]): Deed[] {
  const fills = (table: string) => (deed: Deed) =>
    deed.statements.some(({ text }) => new RegExp(`\\binsert into ${table}\\b`, 'i').test(text));
  const notified = deeds.findIndex(fills('payment_inbox'));
  const settled = deeds.findIndex(fills('admissions'));
  if (notified < 0 || settled < notified) throw new Error('What was recorded is no whole checkout.');
  // Once the payment has begun, a read by itself is a buyer who looks for the tickets.
  const isWhole = ({ statements }: Deed) => statements.length > 1;
  const begun = deeds.slice(0, notified).findLastIndex(isWhole);
  return deeds
    .slice(0, settled + 1)
    .filter((deed, index) => index < begun || index === notified || isWhole(deed));
}
