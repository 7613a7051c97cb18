import { definePaymentProvider, z } from '@gangway/kit';
import { fake } from '../server/src/providers/fake/provider.ts';
import { openGateways } from '../server/src/services/open-gateways.ts';
import type { Hub } from '../server/src/services/hub.ts';
import { paymentsConfig } from '../server/src/config.ts';
import { hub } from './shop.ts';

const opened = (providers: unknown[]): Hub => {
  const own: Hub = { ...hub(), config: paymentsConfig({ providers }), gateways: new Map() };
  openGateways(own);
  return own;
};

const shop = definePaymentProvider({
  id: 'shop',
  title: { ru: 'Магазин', en: 'Shop', zh: '商店' },
  capabilities: [],
  options: z.strictObject({ shopId: z.string().min(3, 'give the number of the shop') }),
  secrets: ['secretKey'],
  open: () => fake({}).provider.open({} as never),
});

describe('the list of gateways', () => {
  it('is opened, and test runs get the double beside it', () => {
    expect([...opened([fake({ key: 'other' })]).gateways.keys()]).toEqual(['other', 'fake']);
    expect([...opened([]).gateways.keys()]).toEqual(['fake']);
  });

  it.each([
    [
      'two with one key',
      [fake({ key: 'twice' }), fake({ key: 'twice' })],
      'Two providers have the key "twice"',
    ],
    [
      'a wrong option',
      [shop({ shopId: '1' })],
      'Provider "shop", option shopId: give the number of the shop.',
    ],
    ['a missing secret', [shop({ shopId: '123' })], 'set PAYMENTS_SHOP_SECRET_KEY.'],
    ['something else', ['yookassa'], 'payments.config in cms/config/plugins.ts is wrong'],
  ])('stops the boot with a sentence: %s', (_, providers, sentence) => {
    const boot = () => opened(providers);
    expect(boot).toThrow(sentence);
    expect(boot).toThrow(expect.objectContaining({ operator: true }));
  });
});
