import { defineMessageChannel, providerRefused, providerUnreachable, z } from '@gangway/kit';
import type { ChannelKind, OutgoingMessage } from '@gangway/kit';

/** The other side of a fake channel: what came, once for each id, and whom it refuses. */
export type FakeWorld = {
  received: ReadonlyMap<string, OutgoingMessage>;
  /** Refused for good. */
  refuse(to: string): void;
  /** No answer at all from now on, until `false`. */
  silence(on: boolean): void;
};

type Inside = FakeWorld & { take(message: OutgoingMessage): void };

export function fakeWorld(): FakeWorld {
  const received = new Map<string, OutgoingMessage>();
  const refused = new Set<string>();
  const state = { silent: false };
  const world: Inside = {
    received,
    refuse: (to) => void refused.add(to),
    silence: (on) => void (state.silent = on),
    take: (message) => {
      if (state.silent) throw providerUnreachable('no answer');
      if (refused.has(message.to)) throw providerRefused('unknown_recipient', 'nobody there');
      received.set(message.id, message);
    },
  };
  return world;
}

/** A channel that reaches nobody, for tests and as an example: it needs no account and no network. */
export const fakeChannel = (kind: ChannelKind) =>
  defineMessageChannel({
    id: `fake-${kind}`,
    title: { ru: 'Пробный канал', en: 'Fake channel', zh: '测试渠道' },
    capabilities: [kind],
    options: z.object({ world: z.custom<FakeWorld>() }),
    secrets: [],
    open: ({ options }) => ({
      send: async (message) => {
        (options.world as Inside).take(message);
        return { externalId: `fake-${message.id}` };
      },
    }),
  });
