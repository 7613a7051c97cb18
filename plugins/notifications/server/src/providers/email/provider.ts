import { defineMessageChannel, z } from '@gangway/kit';
import type { OutgoingMessage } from '@gangway/kit';
import type { ChannelContext, Mail } from '../../../../provider/index.ts';
import { clean } from '../../domain/safe-text.ts';
import { mailFailure } from './mail-failure.ts';

const options = z.strictObject({
  /** Whose mail server it is; the name is shown when a message brings none. */
  from: z.strictObject({ name: z.string(), address: z.email() }),
});

type From = z.output<typeof options>['from'];

/** E-mail through the house's SMTP server. The Message-ID is made from our id: a repetition is the same mail. */
export const emailChannel = defineMessageChannel({
  id: 'email',
  title: { ru: 'Электронная почта', en: 'E-mail', zh: '电子邮件' },
  capabilities: ['email'],
  options,
  secrets: [],
  open: (context) => {
    const { mail } = context as ChannelContext<z.output<typeof options>, never>;
    return {
      send: async (message) => {
        const sent = mailOf(message, context.options.from);
        await mail(sent).catch((error: unknown) => {
          throw mailFailure(error);
        });
        return { externalId: sent.messageId };
      },
    };
  },
});

function mailOf(message: OutgoingMessage, from: From): Mail {
  const { id, to, locale, subject, text, html, attachments } = message;
  const replyTo = message.from?.replyTo;
  return {
    from: { name: clean(message.from?.name ?? from.name), address: from.address },
    to,
    ...(replyTo ? { replyTo } : {}),
    subject: clean(subject),
    text,
    ...(html === undefined ? {} : { html }),
    messageId: `<${id}@${from.address.slice(from.address.lastIndexOf('@') + 1)}>`,
    headers: {
      ...{ 'Content-Language': locale, 'Auto-Submitted': 'auto-generated' },
      ...unsubscribing(message),
    },
    attachments: attachments.map(({ name, type, bytes, contentId }) => ({
      filename: clean(name),
      contentType: type,
      content: Buffer.from(bytes),
      ...(contentId === undefined ? {} : { cid: contentId }),
    })),
  };
}

/** Mail programs show a button for it, and press it without opening a page (RFC 2369, RFC 8058). */
function unsubscribing({ unsubscribeUrl }: OutgoingMessage): Record<string, string> {
  if (unsubscribeUrl === undefined) return {};
  return {
    'List-Unsubscribe': `<${unsubscribeUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}
