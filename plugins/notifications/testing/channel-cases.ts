import assert from 'node:assert/strict';
import { isProviderFailure, newId } from '@gangway/kit';
import type { ConformanceCase, MessageChannel, OutgoingMessage } from '@gangway/kit';

/** What the suite needs of a channel and of the side it sends to. */
export type ChannelUnderTest = {
  channel: MessageChannel;
  /** An address that gets what is sent, and one that will never exist. */
  goodAddress: string;
  unknownAddress: string;
  /** How often the message with this id arrived, as its recipient sees it: a repetition is the same message. */
  arrived(id: string): number | Promise<number>;
  /** What the recipient reads. */
  textOf(id: string): string | undefined | Promise<string | undefined>;
  /** The other side does not answer while `work` runs. */
  whileSilent(work: () => Promise<void>): Promise<void>;
};

const message = (changes: Partial<OutgoingMessage>): OutgoingMessage => ({
  id: newId(),
  to: '',
  locale: 'ru',
  subject: 'Проба · Trial · 测试',
  text: 'Ваш рейс в 21:30. Your departure is at 21:30. 您的班次 21:30 出发。',
  attachments: [],
  ...changes,
});

/** What every channel must do; `open` makes a fresh one for each case. */
export function channelCases(open: () => ChannelUnderTest | Promise<ChannelUnderTest>): ConformanceCase[] {
  const cases: Record<string, (under: ChannelUnderTest) => Promise<void>> = {
    'delivers a message as it is, in every script': async ({ channel, goodAddress: to, arrived, textOf }) => {
      const sent = message({ to });
      await channel.send(sent);
      assert.equal(await arrived(sent.id), 1);
      assert.ok((await textOf(sent.id))?.includes(sent.text), 'the text arrives unchanged');
    },
    'sends a message again as the same message': async ({ channel, goodAddress: to, arrived }) => {
      const sent = message({ to });
      const first = await channel.send(sent);
      const second = await channel.send(sent);
      assert.equal(await arrived(sent.id), 1);
      assert.equal(second.externalId, first.externalId);
    },
    'refuses an address that will never exist, for good': async ({ channel, unknownAddress: to }) => {
      await assert.rejects(channel.send(message({ to })), (error) => {
        assert.ok(isProviderFailure(error) && error.provider === 'refused', 'it throws providerRefused');
        assert.ok(!error.message.includes(to), 'the failure does not name the recipient');
        return true;
      });
    },
    'says that the outcome is unknown when nobody answers': async (under) => {
      const { channel, goodAddress: to } = under;
      await under.whileSilent(() =>
        assert.rejects(
          channel.send(message({ to })),
          (error) => isProviderFailure(error) && error.provider === 'unreachable',
        ),
      );
    },
    'works again afterwards': async (under) => {
      const sent = message({ to: under.goodAddress });
      await under.whileSilent(() =>
        under.channel.send(sent).then(
          () => undefined,
          () => undefined,
        ),
      );
      await under.channel.send(sent);
      assert.equal(await under.arrived(sent.id), 1);
    },
  };
  return Object.entries(cases).map(([name, check]) => ({ name, run: async () => check(await open()) }));
}
