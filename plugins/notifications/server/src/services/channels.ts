import { clock, openProviders, providerUnreachable, timeLimit } from '@gangway/kit';
import type { ChannelKind, MessageChannel, OpenProvider } from '@gangway/kit';
import { readEnv } from '@gangway/config/env';
import type { Core } from '@strapi/strapi';
import type { Mail } from '../../../provider/index.ts';
import { notificationsConfig } from '../config.ts';

export type Channels = {
  /** Checks and opens what `config/plugins.ts` lists; stops the boot with sentences when something is wrong. */
  open(): void;
  find(kind: ChannelKind): OpenProvider<MessageChannel> | undefined;
};

export function channelsService({ strapi }: { strapi: Core.Strapi }): Channels {
  const opened = new Map<ChannelKind, OpenProvider<MessageChannel>>();
  return {
    open: () => {
      for (const channel of openAll(strapi).values())
        for (const kind of channel.capabilities as ChannelKind[])
          if (!opened.has(kind)) opened.set(kind, channel);
    },
    find: (kind) => opened.get(kind),
  };
}

function openAll(strapi: Core.Strapi): ReadonlyMap<string, OpenProvider<MessageChannel>> {
  const { channels, publicUrl } = notificationsConfig(strapi.config.get('plugin::notifications'));
  const context = { log: logOf(strapi), fetch: guardedFetch, clock, publicUrl, mail: mailThrough(strapi) };
  return openProviders({
    instances: channels,
    prefix: 'MESSAGES',
    secret: readEnv().providerSecret,
    context: () => context,
  });
}

type EmailService = { send(mail: Mail & { textEncoding: 'base64' }): Promise<unknown> };

/** Left to itself nodemailer writes HTML as quoted-printable: six bytes for a Cyrillic letter, and four times the work. */
const mailThrough = (strapi: Core.Strapi) => (mail: Mail) =>
  (strapi.plugin('email').service('email') as EmailService).send({ ...mail, textEncoding: 'base64' });

const logOf = ({ log }: Core.Strapi) => ({
  debug: (facts: object, message: string) => void log.debug(message, facts),
  info: (facts: object, message: string) => void log.info(message, facts),
  warn: (facts: object, message: string) => void log.warn(message, facts),
  error: (facts: object, message: string) => void log.error(message, facts),
});

const longestWait = 15_000;

/** A foreign server neither keeps us waiting nor sends us elsewhere. */
const guardedFetch: typeof fetch = (input, init) =>
  fetch(input, { redirect: 'error', signal: timeLimit(longestWait), ...init }).catch((cause: unknown) => {
    throw providerUnreachable('no answer', { cause });
  });
