import { newId } from '@gangway/kit';
import type { Money, Sale, StartPayment, StartRefund } from '@gangway/kit';

/** A sale of one line in roubles, with a buyer whom receipts can reach. */
export function saleOf(amount: number): Sale {
  const vat = { mode: 'included', rateBp: 2200, amount: Math.round((amount * 22) / 122) } as const;
  const line = {
    id: 'line-1',
    name: 'Экскурсия',
    kind: 'admission',
    subject: 'service',
    quantity: 1,
  } as const;
  return {
    number: 'NV-0001',
    language: 'ru',
    total: roubles(amount),
    lines: [{ ...line, unitAmount: amount, amount, vat }],
    buyer: { fullName: 'Анна Иванова', email: 'anna@example.org', phone: '+79210000000' },
    seller: { id: newId(), country: 'RU', currency: 'RUB', taxRegime: 'general', inn: '7812345678' },
  };
}

export const roubles = (amount: number): Money => ({ amount, currency: 'RUB' });

export const startRequest = (amount: number): StartPayment => ({
  attemptId: newId(),
  amount: roubles(amount),
  sale: saleOf(amount),
  returnUrl: 'https://tickets.example.org/return',
  locale: 'ru',
  reference: { kind: 'order', id: newId() },
  fields: {},
});

export const refundRequest = (given: { externalId: string; amount: number; full: boolean }): StartRefund => ({
  refundId: newId(),
  externalId: given.externalId,
  amount: roubles(given.amount),
  full: given.full,
  sale: saleOf(given.amount),
  reason: 'The buyer cannot come',
});
