import type { Admission } from './admission.ts';
import type { Order, OrderLine } from './order.ts';
import {
  grantReason,
  planRefund,
  quoteRefund,
  type RefundCase,
  refusalOf,
  type SoldDeparture,
} from './refund-plan.ts';
import { canOverride } from './refund-rule.ts';
import type { AskedLine } from './refund-shares.ts';

const hour = 3_600_000;
const startAt = Date.parse('2027-06-02T12:00:00Z');
const order = {
  currency: 'RUB',
  sellerFacts: { country: 'RU' },
  placedAt: new Date(startAt - 400 * hour),
} as Order;

const line = (id: string, change: Partial<OrderLine> = {}) =>
  ({
    ...{ id, kind: 'admission', quantity: 1, unitAmount: 1000, amount: 1000, vatAmount: 0, forLine: null },
    ...{ eventId: 'trip', ticketTypeId: 'adult' },
    facts: { startAt: new Date(startAt).toISOString(), refundPolicy: 'until24h', occupiesPlace: true },
    ...change,
  }) as OrderLine;

const goods = (id: string) => line(id, { kind: 'product', eventId: null, ticketTypeId: null, facts: null });
const fee = (id: string, forLine: string) => line(id, { kind: 'fee', forLine, facts: null, amount: 100 });

const ticketOf = ({ id }: OrderLine, serial: number, change: Partial<Admission> = {}) =>
  ({ id: `${id}-${serial}`, orderLineId: id, serial, state: 'issued', ...change }) as Admission;

const ageRules = new Map([['child', { needsAdult: true, maxAge: 12 }]]);
const usual: SoldDeparture = { startAt, leavesAt: startAt, cancelled: false, changedAt: null };

type Change = Partial<Omit<RefundCase, 'departures'>> & {
  trip?: Partial<SoldDeparture>;
  other?: SoldDeparture;
};

function caseOf(lines: OrderLine[], { trip = {}, other = usual, ...change }: Change = {}): RefundCase {
  const admissions = lines
    .filter(({ kind }) => kind === 'admission')
    .flatMap((one) => Array.from({ length: one.quantity }, (_, serial) => ticketOf(one, serial)));
  const departures = new Map([
    ['trip', { ...usual, ...trip }],
    ['other', other],
  ]);
  return {
    order,
    lines,
    admissions,
    departures,
    ageRules,
    requests: [],
    now: new Date(startAt - 48 * hour),
    ...change,
  };
}

const one = (lineId: string, quantity = 1): AskedLine => ({ lineId, quantity });

function answer(refundCase: RefundCase, asked?: AskedLine[]): string {
  const shares = planRefund(refundCase, asked);
  if (!Array.isArray(shares)) return shares.problem;
  const quote = quoteRefund(refundCase);
  return refusalOf(refundCase, { asked, shares, quote }) ?? grantReason(shares, quote);
}

const decisions = (refundCase: RefundCase) => quoteRefund(refundCase).lines.map(({ decision }) => decision);

describe('who asks for money back', () => {
  const adult = line('adult');

  it('gets it within the policy, and the rule is named with the country', () => {
    expect(answer(caseOf([adult]))).toBe('WITHIN_POLICY');
    expect(quoteRefund(caseOf([adult]))).toMatchObject({
      jurisdiction: 'RU',
      policyVersion: 'refund.4+RU.1',
    });
    expect(answer(caseOf([adult], { now: new Date(startAt - hour) }))).toBe('TOO_LATE');
  });

  it('cannot name a fee, which goes with its ticket', () => {
    const refundCase = caseOf([adult, fee('fee', 'adult')]);
    expect(answer(refundCase, [one('adult')])).toBe('WITHIN_POLICY');
    const asked = [one('adult'), one('fee')];
    const shares = planRefund(refundCase, [one('adult')]);
    if (!Array.isArray(shares)) throw new Error(shares.problem);
    expect(refusalOf(refundCase, { asked, shares, quote: quoteRefund(refundCase) })).toBe('FEE_WITH_TICKET');
  });

  it('gives back what was not used; what was used stays', () => {
    const two = line('adult', { quantity: 2 });
    const admissions = [ticketOf(two, 0, { state: 'used' }), ticketOf(two, 1)];
    const refundCase = caseOf([two], { admissions });
    expect(planRefund(refundCase, [one('adult')])).toMatchObject([{ admissionIds: ['adult-1'] }]);
    expect(answer(refundCase, [one('adult')])).toBe('WITHIN_POLICY');
    expect(answer(refundCase, [one('adult', 2)])).toBe('ALREADY_USED');
    expect(answer(caseOf([adult], { admissions: [ticketOf(adult, 0, { state: 'used' })] }))).toBe(
      'ALREADY_USED',
    );
  });

  it('gives back the last tickets first, the unused before the used, and none that is void already', () => {
    const three = line('adult', { quantity: 3 });
    const plan = (states: Admission['state'][]) =>
      planRefund(
        caseOf([three], { admissions: states.map((state, serial) => ticketOf(three, serial, { state })) }),
        [one('adult', 2)],
      );
    expect(plan(['issued', 'issued', 'issued'])).toMatchObject([{ admissionIds: ['adult-2', 'adult-1'] }]);
    expect(plan(['issued', 'issued', 'used'])).toMatchObject([{ admissionIds: ['adult-1', 'adult-0'] }]);
    expect(plan(['issued', 'used', 'voided'])).toMatchObject([{ admissionIds: ['adult-0', 'adult-1'] }]);
  });

  it('cannot give back goods and keep a ticket, nor leave a child alone', () => {
    const guide = goods('guide');
    expect(answer(caseOf([adult, guide]), [one('guide')])).toBe('DIGITAL_DELIVERED');
    expect(answer(caseOf([adult, guide]))).toBe('WITHIN_POLICY');
    expect(answer(caseOf([adult, guide]), [one('adult')])).toBe('WITHIN_POLICY');
    const child = line('child', { ticketTypeId: 'child' });
    expect(answer(caseOf([adult, child]), [one('adult')])).toBe('NEEDS_ADULT');
    expect(answer(caseOf([adult, child]), [one('child')])).toBe('WITHIN_POLICY');
    expect(answer(caseOf([adult, child]))).toBe('WITHIN_POLICY');
  });

  it('keeps goods with the tickets that stay, and other goods with none', () => {
    const two = line('adult', { quantity: 2, amount: 2000 });
    expect(answer(caseOf([two, goods('guide')]), [one('adult')])).toBe('WITHIN_POLICY');
    const both = caseOf([adult, goods('guide'), goods('badge')]);
    expect(answer(both, [one('adult'), one('guide')])).toBe('WITHIN_POLICY');
  });

  it('leaves no child alone with a fee, and none is alone with one adult of two', () => {
    const child = line('child', { ticketTypeId: 'child' });
    expect(answer(caseOf([adult, child, fee('fee', 'child')]), [one('adult')])).toBe('NEEDS_ADULT');
    const two = line('adult', { quantity: 2, amount: 2000 });
    expect(answer(caseOf([child, two]), [one('adult')])).toBe('WITHIN_POLICY');
  });

  it('hears of each line by itself whether it was used, and of all together when a ticket of one was', () => {
    const other = line('other');
    const used = ticketOf(adult, 0, { state: 'used' });
    expect(decisions(caseOf([adult, other], { admissions: [used, ticketOf(other, 0)] }))).toMatchObject([
      { allowed: false, reason: 'ALREADY_USED' },
      { allowed: true },
    ]);
    const two = line('adult', { quantity: 2 });
    const admissions = [used, ticketOf(two, 1), ticketOf(other, 0)];
    expect(answer(caseOf([two, other], { admissions }), [one('adult', 2), one('other')])).toBe(
      'ALREADY_USED',
    );
  });

  it('cannot leave guests behind for whom nobody pays any more', () => {
    const paying = line('adult', { quantity: 2, amount: 2000 });
    const free = { quantity: 2, unitAmount: 0, amount: 0 };
    const guests = line('guest', free);
    expect(answer(caseOf([paying, guests]), [one('adult')])).toBe('NEEDS_PAYING_GUEST');
    expect(answer(caseOf([paying, guests]), [one('guest')])).toBe('WITHIN_POLICY');
    const onLaps = { ...adult.facts, occupiesPlace: false } as OrderLine['facts'];
    expect(answer(caseOf([paying, line('lap', { ...free, facts: onLaps })]), [one('adult')])).toBe(
      'WITHIN_POLICY',
    );
    const elsewhere = line('elsewhere', { ...free, eventId: 'other' });
    expect(answer(caseOf([paying, elsewhere]), [one('adult')])).toBe('WITHIN_POLICY');
  });

  it('need not care for those on a departure that we have cancelled', () => {
    const child = line('child', { ticketTypeId: 'child' });
    const guests = line('guest', { quantity: 2, unitAmount: 0, amount: 0 });
    const paying = line('adult', { quantity: 2, amount: 2000 });
    const cancelled = { trip: { cancelled: true } };
    expect(answer(caseOf([adult, child], cancelled), [one('adult')])).toBe('OPERATOR_CANCELLED');
    expect(answer(caseOf([paying, guests], cancelled), [one('adult')])).toBe('OPERATOR_CANCELLED');
  });

  it('hears that it was our doing only when all of it was', () => {
    const away = line('away', { eventId: 'other' });
    const half = caseOf([adult, away], { trip: { cancelled: true } });
    expect(answer(half, [one('adult')])).toBe('OPERATOR_CANCELLED');
    expect(answer(half)).toBe('WITHIN_POLICY');
    expect(answer(half, [one('away')])).toBe('WITHIN_POLICY');
  });
});

describe('a table that was sold whole', () => {
  const facts = (wholeTable: string) => ({ ...line('adult').facts, wholeTable }) as OrderLine['facts'];
  const seat = (id: string, change: Partial<OrderLine> = {}) =>
    line(id, { facts: facts('round'), seatCode: id, ...change });
  const table = [seat('T1'), seat('T2'), seat('T3')];
  const goesWith = (refundCase: RefundCase) => quoteRefund(refundCase).lines.map((one) => one.goesWith);

  it('goes back whole or not at all, whatever goes with it', () => {
    const order = caseOf([...table, line('1A')]);
    expect(answer(order, [one('T1'), one('T2')])).toBe('WHOLE_TABLE');
    expect(answer(order, [one('T3'), one('1A')])).toBe('WHOLE_TABLE');
    expect(answer(order, [one('T1'), one('T2'), one('T3')])).toBe('WITHIN_POLICY');
    expect(answer(order, [one('1A')])).toBe('WITHIN_POLICY');
    expect(answer(order)).toBe('WITHIN_POLICY');
  });

  it('is another one on another departure, and none on lines that do not say so', () => {
    const other = seat('T4', { facts: facts('square') });
    const elsewhere = seat('T5', { eventId: 'other' });
    expect(answer(caseOf([...table, other, elsewhere]), [one('T4'), one('T5')])).toBe('WITHIN_POLICY');
    expect(goesWith(caseOf([...table, other, elsewhere, line('1A')]))).toEqual([
      ...[
        ['T2', 'T3'],
        ['T1', 'T3'],
        ['T1', 'T2'],
      ],
      ...[[], [], []],
    ]);
    expect(answer(caseOf([line('T1'), line('T2')]), [one('T1')])).toBe('WITHIN_POLICY');
  });

  it('is what is left of it', () => {
    const share = { lineId: 'T1', quantity: 1, amount: 1000, vatAmount: 0, admissionIds: [] };
    const requests = [{ state: 'succeeded', lines: [share] }] as never;
    expect(goesWith(caseOf(table, { requests }))).toEqual([['T2', 'T3'], ['T3'], ['T2']]);
    expect(answer(caseOf(table, { requests }), [one('T2'), one('T3')])).toBe('WITHIN_POLICY');
    expect(answer(caseOf(table, { requests }), [one('T2')])).toBe('WHOLE_TABLE');
  });

  it('stays when one of its tickets was used; that it is whole stands before every other reason', () => {
    const used = { admissions: table.map((one, at) => ticketOf(one, at, at === 0 ? { state: 'used' } : {})) };
    expect(decisions(caseOf(table, used))).toMatchObject(table.map(() => ({ reason: 'ALREADY_USED' })));
    expect(answer(caseOf(table, used))).toBe('ALREADY_USED');
    const late = new Date(startAt - hour);
    expect(answer(caseOf(table, { now: late }), [one('T1')])).toBe('WHOLE_TABLE');
    expect([canOverride('WHOLE_TABLE'), canOverride('TOO_LATE')]).toEqual([false, true]);
  });
});

describe('a departure that we have moved', () => {
  const adult = line('adult');
  const late = new Date(startAt - hour);

  it('can be given back until it leaves by whoever had ordered before', () => {
    const moved = { changedAt: order.placedAt.getTime(), leavesAt: startAt + hour };
    expect(decisions(caseOf([adult], { trip: moved, now: late }))).toEqual([
      { allowed: true, reason: 'OPERATOR_CHANGED', until: startAt + hour },
    ]);
    expect(decisions(caseOf([adult], { trip: moved, now: new Date(startAt + hour) }))).toMatchObject([
      { allowed: false, reason: 'TOO_LATE' },
    ]);
    const before = { ...moved, changedAt: order.placedAt.getTime() - 1 };
    expect(decisions(caseOf([adult], { trip: before, now: late }))).toMatchObject([{ reason: 'TOO_LATE' }]);
  });

  it('to a later day prolongs the right, to an earlier one takes nothing of it', () => {
    const until = (trip: Partial<SoldDeparture>) => decisions(caseOf([adult], { trip }))[0]?.until;
    expect(until({ startAt: startAt + 24 * hour })).toBe(startAt);
    expect(until({ startAt: startAt - 24 * hour })).toBe(startAt - 24 * hour);
  });

  it('that the shop has forgotten is decided by what was sold', () => {
    const forgotten = { ...caseOf([adult]), departures: new Map() };
    expect(decisions(forgotten)).toEqual([
      { allowed: true, reason: 'WITHIN_POLICY', until: startAt - 24 * hour },
    ]);
    expect(answer(forgotten, [one('adult')])).toBe('WITHIN_POLICY');
  });
});

describe('what is left of a line', () => {
  it('is less what went back, and nothing can be had twice', () => {
    const three = line('adult', { quantity: 3, amount: 3000 });
    const share = { lineId: 'adult', quantity: 2, amount: 2000, vatAmount: 0, admissionIds: [] };
    const requests = [{ state: 'succeeded', lines: [share] }] as never;
    const refundCase = caseOf([three], { requests });
    expect(quoteRefund(refundCase).lines).toMatchObject([{ lineId: 'adult', quantity: 1, amount: 1000 }]);
    const all = [{ state: 'succeeded', lines: [{ ...share, quantity: 3, amount: 3000 }] }] as never;
    expect(quoteRefund(caseOf([three], { requests: all })).lines).toMatchObject([
      { quantity: 0, amount: 0, decision: { allowed: false, reason: 'ALREADY_REFUNDED' } },
    ]);
  });
});
