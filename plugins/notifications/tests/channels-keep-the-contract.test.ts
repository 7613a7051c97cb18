import { clock, openProviders } from '@gangway/kit';
import type { MessageChannel, ProviderInstance } from '@gangway/kit';
import { emailChannel } from '../server/src/providers/index.ts';
import type { Mail } from '../provider/index.ts';
import { openMailbox } from '../sandbox/index.ts';
import type { Mailbox } from '../sandbox/index.ts';
import { channelCases, fakeChannel, fakeWorld } from '../testing/index.ts';
import type { ChannelUnderTest } from '../testing/index.ts';

const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const mail = (sent: Mail) => strapi.plugin('email').service('email').send(sent);
const context = { log, fetch, clock, publicUrl: 'http://localhost', mail };

function opened(instance: ProviderInstance<MessageChannel>): MessageChannel {
  const settings = {
    instances: [instance],
    prefix: 'MESSAGES',
    secret: () => undefined,
    context: () => context,
  };
  const [channel] = openProviders(settings).values();
  if (!channel) throw new Error('It did not open.');
  return channel.port;
}

describe('the fake channel', () => {
  const open = (): ChannelUnderTest => {
    const world = fakeWorld();
    world.refuse('+79000000000');
    return {
      channel: opened(fakeChannel('sms')({ world })),
      goodAddress: '+79215550000',
      unknownAddress: '+79000000000',
      arrived: (id) => (world.received.has(id) ? 1 : 0),
      textOf: (id) => world.received.get(id)?.text,
      whileSilent: async (work) => {
        world.silence(true);
        await work().finally(() => world.silence(false));
      },
    };
  };
  it.each(channelCases(open))('$name', ({ run }) => run());
});

describe('e-mail through Strapi and a real SMTP server', () => {
  const box: { mailbox?: Mailbox } = {};
  const mailbox = () => box.mailbox as Mailbox;
  const openBox = async () => {
    box.mailbox = await openMailbox({ port: smtpPort });
    mailbox().turn({ refuse: ['nobody@'] });
  };
  beforeEach(openBox);
  afterEach(() => mailbox().close());
  const found = (id: string) =>
    mailbox()
      .letters.all()
      .filter(({ messageId }) => messageId.startsWith(`<${id}@`));

  const open = (): ChannelUnderTest => ({
    channel: opened(emailChannel({ from: { name: 'Gangway', address: 'tickets@gangway.example' } })),
    goodAddress: 'anna@example.org',
    unknownAddress: 'nobody@example.org',
    arrived: (id) => found(id).length,
    textOf: (id) => found(id)[0]?.text,
    whileSilent: async (work) => {
      await mailbox().close();
      await work().finally(openBox);
    },
  });
  it.each(channelCases(open))('$name', ({ run }) => run());
});
