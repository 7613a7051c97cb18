import type { ProviderContext } from '@gangway/kit';

export { defineMessageChannel, providerRefused, providerUnreachable } from '@gangway/kit';
export type { ChannelKind, MessageChannel, OutgoingMessage } from '@gangway/kit';

/** One mail as Strapi's e-mail plugin takes it. */
export type Mail = {
  from: { name: string; address: string };
  to: string;
  replyTo?: string;
  subject: string;
  text: string;
  html?: string;
  messageId: string;
  headers: Record<string, string>;
  attachments: { filename: string; contentType: string; content: Buffer; cid?: string }[];
};

/** What only the hub can give a channel: the mail server of the house, behind Strapi's e-mail plugin. */
export type ChannelContext<Options, Secret extends string> = ProviderContext<Options, Secret> & {
  mail(mail: Mail): Promise<unknown>;
};
