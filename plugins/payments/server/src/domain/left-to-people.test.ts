import type { PaymentState } from '@gangway/kit';
import { isAskedOn, markAfter } from './left-to-people.ts';

const now = new Date('2026-06-20T12:00:00Z');
const young = new Date('2026-06-20T11:00:00Z');
const old = new Date('2026-06-01T12:00:00Z');

type Case = { reason: string | null; marked?: boolean; since?: Date; to?: PaymentState; theirs?: string };

const marked = ({ reason, marked: needs_review = true, since = young, to = 'pending', theirs }: Case) => {
  const after = markAfter({ payment: { reason, needs_review, started_at: since }, to, now, theirs });
  return [after.needs_review, after.reason];
};

describe('a payment that people look at', () => {
  it.each([
    ['NO_ANSWER', true],
    ['NO_GATEWAY', true],
    ['STILL_OPEN', true],
    ['OTHER_AMOUNT', false],
    ['CANNOT_SETTLE', false],
    [null, false],
  ])('because of %s is asked about beside them: %s', (reason, asked) => {
    expect(isAskedOn(reason)).toBe(asked);
  });

  it.each(['NO_ANSWER', 'NO_GATEWAY'])(
    'because of %s is theirs no more when there is an answer',
    (reason) => {
      expect(marked({ reason })).toEqual([false, null]);
      expect(marked({ reason, to: 'canceled', theirs: 'call_issuer' })).toEqual([false, 'call_issuer']);
    },
  );

  it('is theirs as before where an answer clears nothing up', () => {
    expect(marked({ reason: 'OTHER_AMOUNT' })).toEqual([true, 'OTHER_AMOUNT']);
    expect(marked({ reason: 'CANNOT_SETTLE' })).toEqual([true, 'CANNOT_SETTLE']);
    expect(marked({ reason: 'OTHER_AMOUNT', to: 'succeeded' })).toEqual([true, 'OTHER_AMOUNT']);
    expect(marked({ reason: 'OTHER_AMOUNT', to: 'canceled', theirs: 'expired' })).toEqual([
      true,
      'OTHER_AMOUNT',
    ]);
  });

  it('has settled: what could not be written down was', () => {
    expect(marked({ reason: 'CANNOT_SETTLE', to: 'succeeded' })).toEqual([false, null]);
  });
});

describe('a payment that is open for more than a week', () => {
  it.each([null, 'NO_ANSWER', 'NO_GATEWAY'])('after %s is put before people', (reason) => {
    expect(marked({ reason, marked: false, since: old, theirs: 'waiting' })).toEqual([true, 'STILL_OPEN']);
  });

  it('is put before them once', () => {
    const again = (was: boolean) =>
      marked({ reason: 'STILL_OPEN', marked: was, since: old, theirs: 'waiting' });
    expect([again(true), again(false)]).toEqual([
      [true, 'STILL_OPEN'],
      [false, 'STILL_OPEN'],
    ]);
  });

  it('is cleared up by its end', () => {
    expect(marked({ reason: 'STILL_OPEN', since: old, to: 'expired' })).toEqual([false, null]);
  });
});
