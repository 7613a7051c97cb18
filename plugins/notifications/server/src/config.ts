import { z } from '@gangway/kit';
import type { MessageChannel, ProviderInstance } from '@gangway/kit';

const instance = z.custom<ProviderInstance<MessageChannel>>(
  (value) => typeof value === 'object' && value !== null && 'provider' in value,
  'a channel, such as emailChannel({ … })',
);

const config = z.strictObject({
  /** One for each kind of channel that messages may take. */
  channels: z.array(instance).default([]),
  /** Where the outside world reaches the API. */
  publicUrl: z.string().default(''),
});

export type NotificationsConfig = z.output<typeof config>;

export const notificationsConfig = (given: unknown): NotificationsConfig => config.parse(given ?? {});
