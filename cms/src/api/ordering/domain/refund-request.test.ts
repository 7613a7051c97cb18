import {
  isAllBack,
  isLeft,
  isMadeGood,
  isSameRefusal,
  takenShares,
  withMoneyBack,
  type RefundRequest,
} from './refund-request.ts';

const share = (lineId: string) => ({ lineId, quantity: 1, amount: 100, vatAmount: 0, admissionIds: [] });

const request = (changes: Partial<RefundRequest>): RefundRequest => ({
  ...{ id: 'r', orderId: 'o', state: 'pending', amount: 100, currency: 'RUB', reasonCode: 'WITHIN_POLICY' },
  ...{ policyVersion: 'v', lines: [share('a')], requestedByKind: 'customer', requestedById: null },
  ...{ reason: null, cancelsOrder: false, requestedAt: new Date(0), decidedAt: null },
  paymentRefundIds: [
    { id: 'one', amount: 60, state: 'pending' },
    { id: 'two', amount: 40, state: 'pending' },
  ],
  ...changes,
});

describe('what requests have taken', () => {
  it('counts from the moment they are granted, and no longer when they failed', () => {
    const states = ['requested', 'refused', 'pending', 'succeeded', 'failed'] as const;
    const taken = takenShares(states.map((state) => request({ state, lines: [share(state)] })));
    expect(taken.map(({ lineId }) => lineId)).toEqual(['requested', 'pending', 'succeeded']);
  });
});

describe('a request over two payments', () => {
  it('ends with the last of their refunds', () => {
    const first = withMoneyBack(request({}), { id: 'one', state: 'succeeded' });
    expect(first.state).toBe('pending');
    expect(first.paymentRefundIds.map(({ state }) => state)).toEqual(['succeeded', 'pending']);
    expect(withMoneyBack(first, { id: 'two', state: 'succeeded' }).state).toBe('succeeded');
    expect(withMoneyBack(first, { id: 'two', state: 'failed' }).state).toBe('failed');
  });
});

describe('what a refund failed for', () => {
  const of = (state: RefundRequest['state'], ...tickets: string[]) =>
    request({ state, lines: [{ ...share('a'), quantity: tickets.length, admissionIds: tickets }] });

  it('is made good when the same tickets go back later', () => {
    expect(isMadeGood([of('failed', 't1'), of('failed', 't1'), of('succeeded', 't1')])).toBe(true);
    expect(isMadeGood([of('failed', 't1', 't2'), of('succeeded', 't1'), of('succeeded', 't2')])).toBe(true);
    expect(isMadeGood([of('succeeded', 't1'), of('refused', 't2')])).toBe(true);
  });

  it('is not by others, by less, by what came before or is on its way', () => {
    expect(isMadeGood([of('failed', 't1'), of('succeeded', 't2')])).toBe(false);
    expect(isMadeGood([of('failed', 't1', 't2'), of('succeeded', 't1')])).toBe(false);
    expect(isMadeGood([of('succeeded', 't1'), of('failed', 't1')])).toBe(false);
    expect(isMadeGood([of('failed', 't1'), of('pending', 't1')])).toBe(false);
  });

  it('is not where its own money has gone all the same: then it went twice', () => {
    const late = {
      ...of('failed', 't1'),
      paymentRefundIds: [{ id: 'one', amount: 100, state: 'succeeded' as const }],
    };
    expect(isMadeGood([late, of('succeeded', 't1')])).toBe(false);
  });

  it('is counted in pieces where there are no tickets', () => {
    const pieces = (state: RefundRequest['state'], quantity: number) =>
      request({ state, lines: [{ ...share('guide'), quantity }] });
    expect(isMadeGood([pieces('failed', 2), pieces('succeeded', 1)])).toBe(false);
    expect(isMadeGood([pieces('failed', 2), pieces('succeeded', 2)])).toBe(true);
  });
});

describe('what a request that failed had asked for', () => {
  const failed = request({ id: 'late', state: 'failed' });
  const lines = [{ id: 'a', quantity: 2, amount: 200 }];
  const after = (...others: Partial<RefundRequest>[]) =>
    isLeft(failed, { lines, requests: [failed, ...others.map((one) => request(one))] });

  it('is left until others have taken it', () => {
    expect(after()).toBe(true);
    expect(after({ state: 'succeeded' })).toBe(true);
    expect(after({ state: 'failed' }, { state: 'refused' }, { state: 'pending' })).toBe(true);
    expect(after({ state: 'succeeded' }, { state: 'pending' })).toBe(false);
    expect(after({ state: 'succeeded', lines: [{ ...share('a'), amount: 150 }] })).toBe(false);
    expect(isLeft(failed, { lines: [], requests: [] })).toBe(false);
  });
});

describe('the tickets that a request that failed had asked for', () => {
  it('are not left when another has taken the very same, though its line has others', () => {
    const of = (id: string, state: RefundRequest['state'], ticket: string) =>
      request({ id, state, lines: [{ ...share('a'), admissionIds: [ticket] }] });
    const lines = [{ id: 'a', quantity: 2, amount: 200 }];
    const failed = of('late', 'failed', 't2');
    expect(isLeft(failed, { lines, requests: [failed, of('other', 'succeeded', 't2')] })).toBe(false);
    expect(isLeft(failed, { lines, requests: [failed, of('other', 'succeeded', 't1')] })).toBe(true);
  });
});

describe('a refusal', () => {
  const refused = request({ state: 'refused', reasonCode: 'TOO_LATE', requestedById: 'anna' });

  it('is the same when the same person hears the same reason again', () => {
    expect(isSameRefusal({ ...refused, id: 'again', amount: 5 }, refused)).toBe(true);
  });

  it.each<Partial<RefundRequest>>([
    { state: 'pending' },
    { reasonCode: 'NOT_REFUNDABLE' },
    { requestedByKind: 'staff' },
    { requestedById: 'boris' },
  ])('is another one with %j', (change) => {
    expect(isSameRefusal(refused, { ...refused, ...change })).toBe(false);
    expect(isSameRefusal({ ...refused, ...change }, refused)).toBe(false);
  });

  it('is none where both were granted', () => {
    expect(isSameRefusal(request({}), request({}))).toBe(false);
  });
});

describe('an order', () => {
  it('is back when every unit is, whatever it cost', () => {
    const free = { ...share('a'), amount: 0 };
    const back = (state: RefundRequest['state']) => request({ state, lines: [free] });
    const lines = [{ id: 'a', quantity: 2 }];
    expect(isAllBack(lines, [back('succeeded')])).toBe(false);
    expect(isAllBack(lines, [back('succeeded'), back('pending'), back('refused')])).toBe(false);
    expect(isAllBack(lines, [back('succeeded'), back('succeeded')])).toBe(true);
    const more = [...lines, { id: 'b', quantity: 1 }];
    expect(isAllBack(more, [back('succeeded'), back('succeeded')])).toBe(false);
  });
});
