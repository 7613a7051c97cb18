import { isDueBack, isUnkept, nextUnkeptKey, unkeptKey } from './unkept.ts';

describe('money that nothing can keep', () => {
  it('is given back under keys that follow each other', () => {
    const first = unkeptKey('p1');
    const second = nextUnkeptKey(first) ?? '';
    expect([first, second, nextUnkeptKey(second)]).toEqual(['unkept:p1', 'unkept:p1:2', 'unkept:p1:3']);
  });

  it('is known by the key of its refund', () => {
    const keys = [unkeptKey('p1'), 'unkept:p1:2', 'tz4a98xxat96iws9zmbrgj3a', 'my-unkept:p1'];
    expect(keys.map((key) => isUnkept({ key }))).toEqual([true, true, false, false]);
  });

  it.each([
    ['unkept:p1', 'failed', 'insufficient_funds', true],
    ['unkept:p1:2', 'failed', 'insufficient_funds', true],
    ['unkept:p1', 'failed', 'GONE_TWICE', false],
    ['unkept:p1', 'failed', 'TAKEN_BACK', false],
    ['unkept:p1', 'pending', 'NO_ANSWER', false],
    ['unkept:p1', 'succeeded', null, false],
    ['tz4a98xxat96iws9zmbrgj3a', 'failed', 'insufficient_funds', false],
  ])('%s, %s with %s: due back is %s', (key, state, problem, due) => {
    expect(isDueBack({ key, state, problem })).toBe(due);
  });
});
