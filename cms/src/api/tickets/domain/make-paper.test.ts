import { formatMoney, money } from '@gangway/kit';
import { sampleOrder } from '../../ordering/messages/sample-order.ts';
import { refundShares } from '../../ordering/domain/refund-shares.ts';
import { makePaper } from './make-paper.ts';

const { order, lines, admissions, departures, seller } = sampleOrder('ru');
const [first] = lines;
const [admission] = admissions;
const departure = departures.get(admission?.eventId ?? '');
if (!first || !admission || !departure || !seller) throw new Error('The sample has lost its ticket.');
const roubles = (amount: number) => formatMoney(money(amount, 'RUB'), 'ru');

describe('the price on a ticket of a line that does not divide', () => {
  // Three for 1 000 roubles, as after a discount on all of them.
  const line = { ...first, quantity: 3, amount: 100_000 };
  const prices = [0, 1, 2].map((position) => {
    const sold = { order, line, admission, position, departure, seller };
    return makePaper({ ...sold, locale: 'ru', siteUrl: 'https://gangway.example' }).price;
  });

  it('sums up with the others to what was paid', () => {
    expect(prices).toEqual([33_333, 33_333, 33_334].map(roubles));
  });

  it('is what comes back for it: the last ticket goes first', () => {
    const [share] = refundShares({
      lines: [{ ...line, forLine: null }],
      taken: [],
      asked: [{ lineId: line.id, quantity: 1 }],
      currency: 'RUB',
    }) as { amount: number }[];
    expect(prices.at(-1)).toBe(roubles(share?.amount ?? 0));
  });
});
