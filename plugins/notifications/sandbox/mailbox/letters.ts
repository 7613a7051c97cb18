import { Buffer } from 'node:buffer';
import PostalMime from 'postal-mime';
import type { Attachment, Email } from 'postal-mime';

export type LetterAttachment = {
  name: string;
  type: string;
  bytes: Uint8Array;
  contentId: string | undefined;
};

/** A mail as the mailbox keeps it. `deliveries` counts how often one with its Message-ID has come. */
export type Letter = {
  id: string;
  messageId: string;
  from: { name: string; address: string };
  replyTo: string | undefined;
  /** Those it was handed over for, which need not be those it names. */
  to: readonly string[];
  subject: string;
  text: string;
  html: string | undefined;
  headers: readonly { name: string; value: string }[];
  attachments: readonly LetterAttachment[];
  size: number;
  receivedAt: Date;
  deliveries: number;
};

/** Mails in memory, the latest first, at most `limit` of them. */
export type Letters = {
  add(received: { raw: Buffer; to: readonly string[]; at: Date }): Promise<Letter>;
  all(): readonly Letter[];
  /** Those that went to a recipient whose address contains the text. */
  to(text: string): readonly Letter[];
  find(id: string): Letter | undefined;
  clear(): void;
};

export function createLetters({ limit = 1000 }: { limit?: number } = {}): Letters {
  const letters: Letter[] = [];
  const counter = { last: 0 };
  return {
    add: async ({ raw, to, at }) => {
      const read = await readLetter(raw);
      const known = letters.find(({ messageId }) => messageId !== '' && messageId === read.messageId);
      if (known) return Object.assign(known, { deliveries: known.deliveries + 1, to: union(known.to, to) });
      counter.last += 1;
      const letter = {
        ...read,
        id: String(counter.last),
        to,
        size: raw.length,
        receivedAt: at,
        deliveries: 1,
      };
      letters.unshift(letter);
      letters.length = Math.min(letters.length, limit);
      return letter;
    },
    all: () => letters,
    to: (text) =>
      letters.filter((letter) => letter.to.some((one) => one.toLowerCase().includes(text.toLowerCase()))),
    find: (id) => letters.find((letter) => letter.id === id),
    clear: () => void (letters.length = 0),
  };
}

const union = (some: readonly string[], others: readonly string[]): string[] => [
  ...new Set([...some, ...others]),
];

async function readLetter(raw: Buffer) {
  const mail = await PostalMime.parse(raw, { attachmentEncoding: 'arraybuffer' });
  return {
    messageId: mail.messageId ?? '',
    from: { name: mail.from?.name ?? '', address: mail.from?.address ?? '' },
    replyTo: mail.replyTo?.[0]?.address,
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    html: mail.html,
    headers: headersOf(mail),
    attachments: mail.attachments.map(attachmentOf),
  };
}

const headersOf = ({ headers }: Email) =>
  headers.map(({ originalKey, key, value }) => ({ name: originalKey ?? key, value }));

function attachmentOf({ filename, mimeType, content, contentId }: Attachment): LetterAttachment {
  const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content);
  const bare = contentId?.replace(/^<|>$/g, '');
  return { name: filename ?? 'attachment', type: mimeType, bytes, contentId: bare };
}
