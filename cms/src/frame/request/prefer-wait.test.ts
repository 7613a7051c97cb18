import { askedToWait } from './prefer-wait.ts';

describe('a caller who would rather wait', () => {
  it.each([
    ['wait=20', 20],
    ['respond-async, wait=10', 10],
    ['wait = "5"; of=us', 5],
    ['Wait=3,handling=lenient', 3],
    ['wait=0', 0],
    ['wait=900', 25],
  ])('says so: %s', (prefer, seconds) => expect(askedToWait(prefer)).toBe(seconds));

  it('may say it in several headers', () => expect(askedToWait(['respond-async', 'wait=7'])).toBe(7));

  it.each([undefined, '', 'wait', 'wait=', 'wait=soon', 'wait=-5', 'wait=1.5', 'wait=99999999', 'await=9'])(
    'is not understood, and asks for nothing: %s',
    (prefer) => expect(askedToWait(prefer)).toBe(0),
  );
});
