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
  /** Takes one POST without a question (RFC 8058); for messages that people may do without. */
  unsubscribeUrl?: string;
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

/**
 * A text that cannot be filled in: it names what the message lacks, has a tag that is not closed, or one that would
 * let data write HTML.
 */
export type TextFault = {
  language: Locale;
  part: keyof MessageText;
  kind: 'unknown' | 'unclosed' | 'refused';
  names: readonly string[];
};

/** What rooms do with messages: `notificationsOf(strapi)`. */
export type Notifications = {
  /** In `register()`. */
  define(definition: MessageDefinition): void;
  /** The message exists when the transaction commits, and is sent afterwards, again until it went out. */
  notify(trx: Transaction, order: MessageOrder): Promise<void>;
  /** What is wrong with texts for a message, part by part; undefined: there is no such message. */
  problemsOf(message: string, texts: Partial<Record<Locale, Partial<MessageText>>>): TextFault[] | undefined;
  list(trx: Transaction, subject: { kind: string; id: string }): Promise<MessageView[]>;
};
