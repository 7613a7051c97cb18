import fc from 'fast-check';
import type { Admission } from './admission.ts';
import type { Order, OrderLine } from './order.ts';
import { planRefund, quoteRefund, type RefundCase, refusalOf } from './refund-plan.ts';
import type { RefundRequest, TakenShare } from './refund-request.ts';
import type { AskedLine } from './refund-shares.ts';

type Sold = Pick<OrderLine, 'id' | 'kind' | 'quantity' | 'amount'> & { forLine?: string; eventId?: string };

/** An order with its tickets, and what refunds have made of it. */
type Story = { lines: OrderLine[]; admissions: Admission[]; requests: RefundRequest[] };

function storyOf(sold: readonly Sold[]): Story {
  const lines = sold.map((line) => ({
    ...{ forLine: null, vatAmount: Math.floor(line.amount / 6), eventId: null, facts: null },
    ...{ ticketTypeId: line.id.split('-')[0] },
    ...(line.kind === 'admission' ? { eventId: 'trip', facts: { startAt, refundPolicy: 'until24h' } } : {}),
    ...line,
  }));
  const tickets = lines.filter(({ kind }) => kind === 'admission').flatMap(ticketsOf);
  const admissions = tickets.map((orderLineId, serial) => ({ id: `t${serial}`, orderLineId, serial }));
  return {
    lines: lines as unknown as OrderLine[],
    admissions: admissions.map((one) => ({ ...one, state: 'issued' }) as Admission),
    requests: [],
  };
}

const ticketsOf = ({ id, quantity }: Pick<Sold, 'id' | 'quantity'>) =>
  Array.from({ length: quantity }, () => id);

const startAt = '2027-06-02T12:00:00Z';
const order = { currency: 'RUB', sellerFacts: { country: 'RU' } } as Order;

const ageRules = new Map([
  ['adult', { needsAdult: false, maxAge: null }],
  ['student', { needsAdult: false, maxAge: 17 }],
  ['child', { needsAdult: true, maxAge: 12 }],
]);

const caseOf = (story: Story) =>
  ({ ...story, order, ageRules, departures: new Map(), now: new Date(0) }) as RefundCase;

/** What the buyer is told who asks for these lines; undefined: granted. */
function refusal(story: Story, asked?: readonly AskedLine[]): string | undefined {
  const [refundCase, shares] = [caseOf(story), planRefund(caseOf(story), asked)];
  if (!Array.isArray(shares)) return shares.problem;
  return refusalOf(refundCase, { asked, shares, quote: quoteRefund(refundCase) });
}

/** Grants what is asked for; answers the shares, nothing when there is less. */
function grant(story: Story, asked?: readonly AskedLine[]): TakenShare[] {
  const shares = planRefund(caseOf(story), asked);
  if (!Array.isArray(shares)) return [];
  mark(story, shares, 'voided');
  story.requests.push({ id: `r${story.requests.length}`, state: 'pending', lines: shares } as RefundRequest);
  return shares;
}

/** The gateway refused: what was taken is the buyer's again. */
function fail(story: Story, at: number): void {
  const request = story.requests[at % Math.max(1, story.requests.length)];
  if (request?.state !== 'pending') return;
  request.state = 'failed';
  mark(story, request.lines, 'issued');
}

function mark(story: Story, shares: readonly TakenShare[], state: Admission['state']): void {
  const ids = new Set(shares.flatMap(({ admissionIds }) => admissionIds));
  for (const admission of story.admissions) if (ids.has(admission.id)) admission.state = state;
}

const issued = ({ admissions }: Story) => admissions.filter(({ state }) => state === 'issued').length;

describe('a planned refund', () => {
  it('takes every ticket of a line that is asked for in part while all of it goes', () => {
    const story = storyOf([
      { id: 'adult', kind: 'admission', quantity: 1, amount: 2400 },
      { id: 'companion', kind: 'admission', quantity: 3, amount: 0 },
    ]);
    grant(story, [
      { lineId: 'adult', quantity: 1 },
      { lineId: 'companion', quantity: 1 },
    ]);
    expect(issued(story)).toBe(0);
  });

  it('takes one ticket of twelve that were free', () => {
    const story = storyOf([{ id: 'companion', kind: 'admission', quantity: 12, amount: 0 }]);
    grant(story, [{ lineId: 'companion', quantity: 1 }]);
    expect(issued(story)).toBe(11);
  });

  it('is not made when a ticket would stay good', () => {
    const story = storyOf([
      { id: 'adult', kind: 'admission', quantity: 2, amount: 2400 },
      { id: 'guide', kind: 'product', quantity: 1, amount: 390 },
    ]);
    story.admissions.pop();
    expect(() => grant(story)).toThrow('Line adult gives back 2 tickets and has 1.');
  });

  it('takes a ticket that was used last, and not once more', () => {
    const story = storyOf([{ id: 'adult', kind: 'admission', quantity: 3, amount: 7200 }]);
    const one = [{ lineId: 'adult', quantity: 1 }];
    for (const admission of story.admissions.slice(1)) admission.state = 'used';
    const taken = [1, 2, 3].flatMap(() => {
      const shares = planRefund(caseOf(story), one) as TakenShare[];
      story.requests.push({ id: 'r', state: 'succeeded', lines: shares } as RefundRequest);
      return shares.flatMap(({ admissionIds }) => admissionIds);
    });
    expect(taken).toEqual(['t0', 't2', 't1']);
  });

  it('counts no ticket as used whose money is back already', () => {
    const story = storyOf([{ id: 'adult', kind: 'admission', quantity: 2, amount: 4800 }]);
    const [kept, used] = story.admissions;
    const lines = [{ lineId: 'adult', quantity: 1, amount: 2400, vatAmount: 400, admissionIds: ['t1'] }];
    if (used) used.state = 'used';
    story.requests.push({ id: 'r', state: 'succeeded', lines } as RefundRequest);
    expect([kept?.state, refusal(story)]).toEqual(['issued', undefined]);
  });

  it('takes each ticket once, as many as are given back, until none is left', () => {
    const orders = fc.array(
      fc.record({ quantity: fc.integer({ min: 1, max: 12 }), amount: fc.constantFrom(0, 0, 1, 10_000) }),
      { minLength: 1, maxLength: 4 },
    );
    const steps = fc.array(
      fc.record({ fails: fc.boolean(), at: fc.nat(9), quantities: fc.array(fc.nat(4), { maxLength: 4 }) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(orders, steps, (sold, taken) => {
        const story = storyOf(sold.map((line, at) => ({ ...line, id: `${at}`, kind: 'admission' })));
        for (const { fails, at, quantities } of taken) {
          const asked = quantities.map((quantity, line) => ({ lineId: `${line}`, quantity }));
          const named = asked.filter(({ lineId, quantity }) => quantity > 0 && Number(lineId) < sold.length);
          const before = issued(story);
          const shares = fails ? [] : grant(story, named.length > 0 ? named : undefined);
          const units = shares.reduce((sum, { quantity }) => sum + quantity, 0);
          expect(before - issued(story)).toBe(units);
          expect(new Set(shares.map(({ lineId }) => lineId)).size).toBe(shares.length);
          if (fails) fail(story, at);
        }
        grant(story);
        expect(issued(story)).toBe(0);
      }),
    );
  });
});

describe('a buyer who asks for a part', () => {
  const story = () =>
    storyOf([
      { id: 'adult', kind: 'admission', quantity: 2, amount: 4800 },
      { id: 'fee', kind: 'fee', quantity: 2, amount: 200, forLine: 'adult' },
    ]);

  it('does not choose fees: not alone, not more of them than tickets', () => {
    const fee = { lineId: 'fee', quantity: 2 };
    expect(refusal(story(), [fee])).toBe('FEE_WITH_TICKET');
    expect(refusal(story(), [{ lineId: 'adult', quantity: 1 }, fee])).toBe('FEE_WITH_TICKET');
    expect(refusal(story(), [{ lineId: 'adult', quantity: 1 }])).toBeUndefined();
    expect(refusal(story())).toBeUndefined();
    expect(grant(story(), [{ lineId: 'adult', quantity: 1 }])).toMatchObject([
      { lineId: 'adult', amount: 2400 },
      { lineId: 'fee', quantity: 1, amount: 100 },
    ]);
  });

  it('keeps digital goods while a ticket stays, and beside tickets that were free', () => {
    const guide = { id: 'guide', kind: 'product', quantity: 1, amount: 390 } as const;
    const adults = { id: 'adult', kind: 'admission', quantity: 2, amount: 4800 } as const;
    const free = { id: 'free', kind: 'admission', quantity: 1, amount: 0 } as const;
    const named = { lineId: 'guide' };
    expect(refusal(storyOf([adults, guide]), [named])).toBe('DIGITAL_DELIVERED');
    expect(refusal(storyOf([adults, guide]), [named, { lineId: 'adult', quantity: 1 }])).toBe(
      'DIGITAL_DELIVERED',
    );
    expect(refusal(storyOf([adults, guide]), [named, { lineId: 'adult' }])).toBeUndefined();
    expect(refusal(storyOf([adults, guide]))).toBeUndefined();
    expect(refusal(storyOf([free, guide]), [named])).toBe('DIGITAL_DELIVERED');
    expect(refusal(storyOf([free, guide]))).toBe('DIGITAL_DELIVERED');
    expect(refusal(storyOf([free, guide]), [{ lineId: 'free' }])).toBeUndefined();
    const afterwards = storyOf([adults, guide]);
    grant(afterwards, [{ lineId: 'adult' }]);
    expect(refusal(afterwards)).toBe('DIGITAL_DELIVERED');
    expect(refusal(storyOf([free, { ...guide, amount: 0 }]))).toBeUndefined();
  });

  it('does not leave a child without an adult', () => {
    const ticket = (id: string, quantity = 1, eventId = 'trip') =>
      ({ id, kind: 'admission', quantity, amount: 1000 * quantity, eventId }) as const;
    const family = () => storyOf([ticket('adult', 2), ticket('student'), ticket('child', 2)]);
    expect(refusal(family(), [{ lineId: 'adult' }])).toBe('NEEDS_ADULT');
    expect(refusal(family(), [{ lineId: 'adult' }, { lineId: 'child', quantity: 1 }])).toBe('NEEDS_ADULT');
    expect(refusal(family(), [{ lineId: 'adult', quantity: 1 }])).toBeUndefined();
    expect(refusal(family(), [{ lineId: 'adult' }, { lineId: 'child' }])).toBeUndefined();
    expect(refusal(family())).toBeUndefined();
    const two = storyOf([ticket('adult'), ticket('child'), ticket('adult-b', 1, 'other')]);
    expect(refusal(two, [{ lineId: 'adult' }])).toBe('NEEDS_ADULT');
    expect(refusal(two, [{ lineId: 'adult-b' }])).toBeUndefined();
    const alone = family();
    grant(alone, [{ lineId: 'adult' }]);
    expect(refusal(alone, [{ lineId: 'child', quantity: 1 }])).toBeUndefined();
  });
});
