import { z } from '@gangway/kit';
import type { ChannelKind } from '@gangway/kit';

const e164 = z.string().regex(/^\+[1-9]\d{6,14}$/);
const chat = z.string().regex(/^-?\d{1,19}$/);

const shapes: Record<ChannelKind, z.ZodType> = {
  email: z.email().max(254),
  sms: e164,
  whatsapp: e164,
  max: chat,
  telegram: chat,
};

/** Whether a channel could carry something there: an e-mail address, a phone in E.164, the number of a chat. */
export const isAddress = (channel: ChannelKind, to: string): boolean => shapes[channel].safeParse(to).success;
