/** As much of Strapi as the season needs. It is given from outside: seeds import neither Strapi nor the cms. */
export interface StrapiDoor {
  documents: (uid: string) => DocumentDoor;
  service: (uid: string) => unknown;
  plugin: (name: string) => { service: (name: string) => unknown };
  db: {
    transaction: <Answer>(work: (open: { trx: Transaction }) => Promise<Answer>) => Promise<Answer>;
    connection: Transaction;
  };
}

export interface DocumentDoor {
  create: (ask: { data: Fields; locale?: string }) => Promise<{ documentId: string }>;
  update: (ask: { documentId: string; data: Fields; locale?: string }) => Promise<unknown>;
  publish: (ask: { documentId: string; locale: string }) => Promise<unknown>;
  findFirst: (ask: Fields) => Promise<{ documentId: string } | null>;
}

export interface Transaction {
  raw: (sql: string, values?: readonly unknown[]) => Promise<{ rows: Record<string, unknown>[] }>;
}

export type Fields = Record<string, unknown>;

export const strapiLocales = { ru: 'ru', en: 'en', zh: 'zh-Hans' } as const;
