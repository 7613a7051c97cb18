import type { ChannelKind, Locale, Transaction } from '@gangway/kit';

/** What a template's texts may name: `{{order.number}}`. Values are text; lists are repeated. */
export type MessageData = { [name: string]: MessageValue };
export type MessageValue = string | boolean | null | MessageData | readonly MessageData[];

export type MessageAttachment = { name: string; type: string; bytes: Uint8Array; contentId?: string };

/** Who speaks: the name above the letter, their requisites below it, one line each, and where answers go. */
export type MessageSender = { name: string; lines: readonly string[]; replyTo?: string };

export type MessageContent = {
  data: MessageData;
  attachments?: readonly MessageAttachment[];
  sender?: MessageSender;
};

/** The text of one language; what `body` may contain is told in the plugin's README. */
export type MessageText = { subject: string; body: string };

/** `key` is the key of the order for this message: it tells one refund of an order from another. */
export type LoadRequest = { subjectId: string; key: string; locale: Locale; now: Date };

/** A kind of message. Its first texts come from the definition; managers change them in the panel. */
export type MessageDefinition = {
  /** `order.confirmed`. */
  name: string;
  title: Record<Locale, string>;
  /** Subject and body of each language; the body is Markdown-like text with `{{names}}` of the data. */
  texts: Record<Locale, MessageText>;
  /** Reads what the message is about when it is sent, never earlier: outside any transaction. Undefined: no longer due. */
  load(request: LoadRequest): Promise<MessageContent | undefined>;
  /** Made-up data for the preview and the test send. */
  sample(locale: Locale): MessageContent;
};

export type MessageOrder = {
  message: string;
  subject: { kind: string; id: string };
  locale: Locale;
  channel: ChannelKind;
  to: string;
  /** The same key is sent once: `order.confirmed:<id>`; a resend has a key of its own. */
  key: string;
  now: Date;
};

export type MessageView = {
  id: string;
  message: string;
  channel: ChannelKind;
  to: string;
  locale: Locale;
  state: 'queued' | 'sending' | 'sent' | 'failed' | 'dropped';
  attempts: number;
  queuedAt: Date;
  sentAt: Date | null;
  problem: string | null;
};

/** What rooms do with messages: `notificationsOf(strapi)`. */
export type Notifications = {
  /** In `register()`. */
  define(definition: MessageDefinition): void;
  /** The message exists when the transaction commits, and is sent afterwards, again until it went out. */
  notify(trx: Transaction, order: MessageOrder): Promise<void>;
  list(trx: Transaction, subject: { kind: string; id: string }): Promise<MessageView[]>;
};
