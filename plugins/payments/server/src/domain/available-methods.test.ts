import { availableMethods } from './available-methods.ts';
import type { MethodSetting } from '../../../contract/payments.ts';
import type { MethodQuestion, OfferedGateway } from './available-methods.ts';

const title = { ru: 'Карта', en: 'Card', zh: '卡' };
const gateway = (key: string, ...capabilities: string[]): OfferedGateway => ({ key, title, capabilities });
const setting = (key: string, changes: Partial<MethodSetting> = {}): MethodSetting => ({
  ...{ key, names: title, enabled: true, position: 0, minAmount: null, maxAmount: null },
  ...{ currency: 'RUB', channels: [], holdMinutes: 60 },
  ...changes,
});
const facts = { channel: 'web', country: 'RU', fulfilment: 'physical', sellerId: 's' } as const;
const methods = (changes: Partial<MethodQuestion> = {}) =>
  availableMethods({
    ...{ facts, amount: { amount: 1_000, currency: 'RUB' } },
    ...{ gateways: [gateway('yookassa')], settings: [] },
    ...changes,
  }).map(({ method }) => method);

describe('the ways to pay', () => {
  it('are all gateways as long as nobody has said anything', () => {
    expect(methods()).toEqual(['yookassa']);
  });

  it('are what managers switched on, in their order, before the rest', () => {
    const settings = [setting('yookassa:sbp', { position: 2 }), setting('yookassa', { position: 1 })];
    const gateways = [gateway('other'), gateway('yookassa')];
    expect(methods({ settings, gateways })).toEqual(['yookassa', 'yookassa:sbp', 'other']);
  });

  it.each<[string, Partial<MethodSetting>]>([
    ['switched off', { enabled: false }],
    ['too small an amount', { minAmount: 1_001 }],
    ['too large an amount', { maxAmount: 999 }],
    ['limits in another currency', { minAmount: 1, currency: 'EUR' }],
    ['another channel', { channels: ['bot', 'desk'] }],
  ])('leave out what is %s', (_, changes) => {
    expect(methods({ settings: [setting('yookassa', changes)] })).toEqual([]);
  });

  it('keep what is exactly on the limits and in the channel', () => {
    const limits = { minAmount: 1_000, maxAmount: 1_000, channels: ['web'] };
    expect(methods({ settings: [setting('yookassa', limits)] })).toEqual(['yookassa']);
  });

  it('leave out a setting whose gateway is not there', () => {
    expect(methods({ settings: [setting('gone')] })).toEqual(['yookassa']);
  });

  it('have cash and crypto only where they are switched on', () => {
    const gateways = [gateway('cash', 'opt-in')];
    expect(methods({ gateways })).toEqual([]);
    expect(methods({ gateways, settings: [setting('cash')] })).toEqual(['cash']);
  });

  it('have no rail that cannot serve the seller or the currency, whatever is switched on', () => {
    const rail = { ...gateway('rail'), countries: ['RU'], currencies: ['RUB'] };
    const abroad = { facts: { ...facts, country: 'CY' } };
    const euros = { amount: { amount: 1_000, currency: 'EUR' as const } };
    for (const settings of [[], [setting('rail')]]) {
      const asked = { gateways: [rail], settings };
      expect(methods(asked)).toEqual(['rail']);
      expect(methods({ ...asked, ...abroad })).toEqual([]);
      expect(methods({ ...asked, ...euros })).toEqual([]);
      expect(methods({ ...asked, ...abroad, ...euros, gateways: [gateway('rail')] })).toEqual(['rail']);
    }
  });

  it.each([
    ['digital-only', 'physical'],
    ['physical-only', 'digital'],
  ] as const)(
    'have no rail that is %s for something %s, whatever is switched on',
    (capability, fulfilment) => {
      const gateways = [gateway('rail', capability)];
      const asked = { gateways, settings: [setting('rail')], facts: { ...facts, fulfilment } };
      expect(methods(asked)).toEqual([]);
      const right = fulfilment === 'physical' ? ('digital' as const) : ('physical' as const);
      expect(methods({ ...asked, facts: { ...facts, fulfilment: right } })).toEqual(['rail']);
    },
  );
});
