import type { Core } from '@strapi/strapi';
import { perStrapi } from '../per-strapi.ts';

/** A statement as the driver takes it. With a name PostgreSQL keeps it parsed and planned, once for each connection. */
export interface Statement {
  text: string;
  name?: string;
  values: readonly unknown[];
}

export interface Statements {
  /** Undefined: not the plain kind, leave it to knex (`??`, `\?`, names, a binding that is undefined, a wrong number). */
  of(sql: string, bindings?: readonly unknown[]): Statement | undefined;
  /** PostgreSQL refused what it had kept, as after a change of tables: it is sent in full from now on. */
  forget(name: string | undefined): void;
}

interface Known {
  text: string;
  marks: number;
  uses: number;
  name?: string;
  forgotten?: boolean;
}

/** Those of this Strapi: names are given once for all of its connections. */
export const statementsOf: (strapi: Core.Strapi) => Statements = perStrapi(() => createStatements());

/** Texts are few and written by us; the bound holds for those that grow with what they carry. */
const mostKnown = 1000;
const mostNamed = 300;
/** A text that is seen once would cost more to keep than it saves. */
const usesBeforeName = 3;

/** Statements of this process by the text that rooms write, with `?` for each binding. */
export function createStatements(): Statements {
  const known = new Map<string, Known | undefined>();
  const named = new Map<string, Known>();

  const look = (sql: string): Known | undefined => {
    if (known.has(sql)) return known.get(sql);
    const found = plain(sql);
    if (known.size < mostKnown) known.set(sql, found);
    return found;
  };

  const name = (one: Known): string | undefined => {
    one.uses += 1;
    if (one.name || one.forgotten || one.uses < usesBeforeName || named.size >= mostNamed) return one.name;
    one.name = `g${named.size + 1}`;
    named.set(one.name, one);
    return one.name;
  };

  return {
    of(sql, bindings = []) {
      const one = look(sql);
      if (!one || one.marks !== bindings.length || bindings.some((value) => value === undefined))
        return undefined;
      const kept = one.marks > 0 ? name(one) : undefined;
      return { text: one.text, values: bindings, ...(kept && { name: kept }) };
    },
    forget(gone) {
      const one = gone === undefined ? undefined : named.get(gone);
      if (!one) return;
      delete one.name;
      one.forgotten = true;
    },
  };
}

function plain(sql: string): Known | undefined {
  if (/\\\?|\?\?/.test(sql)) return undefined;
  const parts = sql.split('?');
  const text = parts.reduce((made, part, at) => `${made}$${at}${part}`);
  return { text, marks: parts.length - 1, uses: 0 };
}
