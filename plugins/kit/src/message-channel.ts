import type { Locale } from './locale.ts';
import { providerKind } from './provider.ts';

export type ChannelKind = 'email' | 'sms' | 'telegram' | 'max' | 'whatsapp';

/** A message that is ready to go. `text` is always there; `html` and attachments where the channel can carry them. */
export type OutgoingMessage = {
  /** Ours; the same message is the same id, so that the other side can tell a repetition. */
  id: string;
  to: string;
  locale: Locale;
  /** Who speaks, where the channel can show it, and where answers go. */
  from?: { name: string; replyTo?: string };
  subject: string;
  text: string;
  html?: string;
  /** Where whoever wants no more of its kind is unsubscribed by one POST (RFC 8058), where the channel can say so. */
  unsubscribeUrl?: string;
  attachments: readonly { name: string; type: string; bytes: Uint8Array; contentId?: string }[];
};

/** Throws `providerRefused` (will never arrive: a wrong address) or `providerUnreachable` (try again). */
export type MessageChannel = {
  send(message: OutgoingMessage): Promise<{ externalId?: string }>;
};

/** Declares a channel; capabilities name its kind: `email`, `sms`, `telegram`, `max`, `whatsapp`. */
export const defineMessageChannel = providerKind<MessageChannel>();
