import {
  bank,
  balances,
  eventually,
  inbox,
  newOrder,
  notify,
  onlyPayment,
  openShop,
  orderRow,
  start,
} from './shop.ts';

beforeAll(openShop);

describe('a payment', () => {
  it('goes from start over the notification to the ledger and the paid order', async () => {
    const id = await newOrder();
    const answer = await start(id);
    expect(answer.status).toBe(200);
    expect(answer.body.data).toMatchObject({ status: 'pending', action: { type: 'redirect' } });
    const { externalId } = await onlyPayment(id);
    bank().pay(externalId ?? '');
    expect(await notify('payment', externalId ?? '')).toEqual({ status: 200, code: undefined });
    const paid = await eventually(
      () => orderRow(id),
      ({ state }) => state === 'paid',
    );
    expect(paid.settled).toBe(1);
    expect(await onlyPayment(id)).toMatchObject({
      state: 'succeeded',
      means: 'Fake card *4477',
      needsReview: false,
    });
    expect(await balances(id)).toEqual({ 'clearing:fake': 150_000, prepayment: -150_000 });
    const [kept] = await eventually(
      () => inbox(externalId ?? ''),
      ([row]) => row?.handled_at !== null,
    );
    expect(kept).toMatchObject({ receipts: 1, problem: null });
  });
});
