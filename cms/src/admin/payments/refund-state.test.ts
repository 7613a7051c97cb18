import { hasGoneTwice, waitsForPeople } from './refund-state.ts';

describe('a refund at the desk', () => {
  it.each([
    ['pending', 'NO_ANSWER', [true, false]],
    ['requested', 'NO_GATEWAY', [true, false]],
    ['pending', null, [false, false]],
    ['failed', 'GONE_TWICE', [false, true]],
    ['failed', 'insufficient_funds', [false, false]],
    ['succeeded', null, [false, false]],
  ] as const)('%s with %s waits for people, or has gone twice: %j', (status, problem, seen) => {
    expect([waitsForPeople({ status, problem }), hasGoneTwice({ status, problem })]).toEqual(seen);
  });
});
