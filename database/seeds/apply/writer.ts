import type { Locale } from '../season/records.ts';
import type { Ledger } from './ledger.ts';
import { type Fields, type StrapiDoor, strapiLocales } from './strapi-door.ts';

/** Makes the season's documents through Strapi's document service, so that every editing rule is held. */
export interface Writer {
  /** Makes the document of this key, such as `berth:fontanka`, unless it was made before. */
  make: (document: NewDocument) => Promise<string>;
  /** Makes a draft in three languages. */
  translate: (document: NewDocument & { texts: Record<Locale, Fields> }) => Promise<string>;
  /** Publishes all languages of a draft made here. */
  publish: (key: string) => Promise<void>;
  /** The document id of a key made before. */
  idOf: (key: string) => string;
}

interface NewDocument {
  /** `<kind>:<slug>`; the kind is also the name of the content type. */
  key: string;
  data: Fields;
}

const rooms: Record<string, string> = { 'seating-plan': 'seating' };

export function uidOf(key: string): string {
  const kind = key.split(':')[0] ?? '';
  return `api::${rooms[kind] ?? 'catalog'}.${kind}`;
}

export function createWriter({ strapi, ledger }: { strapi: StrapiDoor; ledger: Ledger }): Writer {
  const ids = new Map<string, string>();
  const remember = (key: string, id: string) => {
    ids.set(key, id);
    return id;
  };
  const idOf = (key: string) => {
    const id = ids.get(key);
    if (!id) throw new Error(`The season names ${key} before it is made.`);
    return id;
  };
  return {
    idOf,
    make: async ({ key, data }) => {
      const create = async () => (await strapi.documents(uidOf(key)).create({ data })).documentId;
      return remember(key, await ledger.once(key, create));
    },
    translate: async (document) =>
      remember(document.key, await ledger.once(document.key, () => translated(strapi, document))),
    publish: async (key) => {
      await ledger.once(`published:${key}`, async () => {
        await strapi.documents(uidOf(key)).publish({ documentId: idOf(key), locale: '*' });
        return idOf(key);
      });
    },
  };
}

async function translated(
  strapi: StrapiDoor,
  { key, data, texts }: NewDocument & { texts: Record<Locale, Fields> },
): Promise<string> {
  const documents = strapi.documents(uidOf(key));
  const first = { data: { ...data, ...texts.ru }, locale: strapiLocales.ru };
  const { documentId } = await documents.create(first);
  for (const language of ['en', 'zh'] as const) {
    await documents.update({ documentId, data: texts[language], locale: strapiLocales[language] });
  }
  return documentId;
}
