import { makeSeller } from '../../../../tests/support/catalogue.ts';
import { readPaymentMethods } from '../store/payment-methods.ts';

type Documents = {
  create(given: object): Promise<{ documentId: string; label: string }>;
  delete(given: object): Promise<unknown>;
};

const methods = () => strapi.documents('api::catalog.payment-method') as unknown as Documents;
const name = { ru: 'СБП', en: 'Fast payments', zh: '快速支付' };

const written: string[] = [];
const create = async (data: object) => {
  const { documentId, label } = await methods().create({ data: { key: 'yookassa:sbp', name, ...data } });
  written.push(documentId);
  return label;
};

afterEach(async () => {
  for (const documentId of written.splice(0)) await methods().delete({ documentId });
});

describe('the ways to pay of a seller', () => {
  it('are what managers write, and nobody else’s', async () => {
    const { documentId: sellerId } = await makeSeller();
    expect(
      await create({ seller: sellerId, maxAmount: 70_000_000, channels: 'web, miniapp', holdMinutes: 30 }),
    ).toBe('СБП');
    expect(await readPaymentMethods(strapi, sellerId)).toEqual([
      {
        ...{
          key: 'yookassa:sbp',
          names: name,
          enabled: true,
          position: 0,
          minAmount: null,
          maxAmount: 70_000_000,
        },
        ...{ currency: 'RUB', channels: ['web', 'miniapp'], holdMinutes: 30 },
      },
    ]);
    expect(await readPaymentMethods(strapi, 'somebody-else')).toEqual([]);
  });

  it.each([
    ['PAYMENT_METHOD_KEY', { key: 'YooKassa' }],
    ['AMOUNT_ORDER', { minAmount: 2, maxAmount: 1 }],
    ['UNKNOWN_CHANNEL', { channels: 'fax' }],
    ['CURRENCY_OF_SELLER', { currency: 'EUR' }],
    ['SELLER_REQUIRED', { seller: null }],
  ])('are refused with %s', async (code, wrong) => {
    const { documentId } = await makeSeller();
    await expect(create({ seller: documentId, ...wrong })).rejects.toMatchObject({
      details: { code },
    });
  });

  it('name a gateway once', async () => {
    const { documentId: sellerId } = await makeSeller();
    await create({ seller: sellerId });
    await expect(create({ seller: sellerId })).rejects.toMatchObject({
      details: { code: 'PAYMENT_METHOD_TAKEN' },
    });
  });

  it('keep places for an hour at most', async () => {
    const { documentId } = await makeSeller();
    await expect(create({ seller: documentId, holdMinutes: 61 })).rejects.toThrow();
  });
});
