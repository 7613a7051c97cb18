import { describe, expect, it } from '@jest/globals';
import type { Translate } from '@gangway/client/words';
import { refusalAt, tellProblems } from './account-form.ts';

const t = ((key: string) => key) as unknown as Translate;
const answered = (code: string, details?: Record<string, unknown>) => {
  const response = { status: 200, headers: new Headers() };
  const refusal = refusalAt({ code, status: 400, message: 'No.', details }, { t, first: 'email' });
  tellProblems(response, refusal);
  return [response.status, response.headers.get('retry-after')];
};

describe('a form that was refused', () => {
  it('is answered with what has to be mended', () => {
    expect(answered('WRONG_PASSWORD')).toEqual([422, null]);
  });

  it('says how long to wait after too many attempts', () => {
    expect(answered('RATE_LIMITED', { retryAfterSeconds: 840 })).toEqual([429, '840']);
    expect(answered('RATE_LIMITED')).toEqual([429, '60']);
  });

  it('leaves a page alone that nothing is wrong with', () => {
    const response = { status: 200, headers: new Headers() };
    tellProblems(response, []);
    expect(response.status).toBe(200);
  });
});
