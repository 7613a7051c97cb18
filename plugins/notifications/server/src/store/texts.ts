import { newId } from '@gangway/kit';
import type { Locale, Transaction } from '@gangway/kit';
import type { MessageText } from '../../../contract/notifications.ts';

export type StoredText = {
  message: string;
  texts: Partial<Record<Locale, MessageText>>;
  /** What the first texts were when the row was written; texts that still equal them follow later ones. */
  basis: string | null;
};

type Words = Partial<Record<Locale, string>> | null;
type Row = { message: string; subject: Words; body: Words; basis: string | null };

/** The texts as they stand, of one message or of all. */
export async function readTexts(trx: Transaction, message?: string): Promise<StoredText[]> {
  // Strapi has pg hand out jsonb as text; a row made into json arrives parsed.
  const { rows } = await trx.raw(
    `select row_to_json(t) as row from (
       select message, subject, body, basis from message_texts where ?::text is null or message = ? order by message
     ) t`,
    [message ?? null, message ?? null],
  );
  return (rows as { row: Row }[]).map(({ row: { message: name, subject, body, basis } }) => ({
    message: name,
    texts: joined(subject ?? {}, body ?? {}),
    basis,
  }));
}

function joined(subject: NonNullable<Words>, body: NonNullable<Words>): StoredText['texts'] {
  const languages = (Object.keys(subject) as Locale[]).filter((locale) => subject[locale] && body[locale]);
  return Object.fromEntries(
    languages.map((locale) => [locale, { subject: subject[locale] ?? '', body: body[locale] ?? '' }]),
  );
}

export type FirstText = {
  message: string;
  label: string;
  texts: Record<Locale, MessageText>;
  basis: string;
};

/** Writes a first text where there is none, and over one that nobody has changed since. */
export async function layFirstText(
  trx: Transaction,
  { text, now }: { text: FirstText; now: Date },
): Promise<void> {
  const { message, label, texts, basis } = text;
  const words = (part: keyof MessageText) =>
    JSON.stringify(Object.fromEntries(Object.entries(texts).map(([locale, one]) => [locale, one[part]])));
  await trx.raw(
    `insert into message_texts (document_id, message, label, subject, body, basis, created_at, updated_at, published_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (message) do update set label = excluded.label, subject = excluded.subject, body = excluded.body,
       basis = excluded.basis, updated_at = excluded.updated_at
      where message_texts.basis is distinct from excluded.basis and message_texts.basis is not null`,
    [newId(), message, label, words('subject'), words('body'), basis, now, now, now],
  );
}
