import { businessNow, keepTime } from './business-clock.ts';

describe('the time on the home page', () => {
  const browser = new Date('2026-11-20T12:00:00Z');

  it('is that of the browser while the clock of the business goes with it', () => {
    keepTime('2026-11-20T12:00:02Z', browser);
    expect(businessNow(browser)).toEqual(browser);
  });

  it('follows a clock that was moved, and comes back with it', () => {
    keepTime('2026-12-24T12:00:00Z', browser);
    expect(businessNow(browser)).toEqual(new Date('2026-12-24T12:00:00Z'));
    keepTime('2026-11-20T12:00:00Z', browser);
    expect(businessNow(browser)).toEqual(browser);
  });
});
