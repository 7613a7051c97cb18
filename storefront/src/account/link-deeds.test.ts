import { describe, expect, it } from '@jest/globals';
import type { CookieName, Visitor } from '../../server/visitor-cookies.ts';
import { submitRegistration } from './gate-deeds.ts';
import { submitConfirmation, submitReset } from './link-deeds.ts';

const session = { jwt: 'the.token', user: {} };
const opened = { data: { data: { purpose: 'register', email: 'anna@example.org', session } } };
const refused = (code: string) => ({ error: { error: { code, message: 'No.', status: 409 } } });

/** A browser in front of a cms that answers so; what was asked, and what the browser keeps. */
function browser(answer: object, visitor: Partial<Visitor> = {}) {
  const asked: unknown[] = [];
  const kept: Partial<Record<CookieName, string | undefined>> = {};
  const POST = (_path: string, { body }: { body: unknown }) => {
    asked.push(body);
    return Promise.resolve({ ...answer, response: { status: 200 } });
  };
  const locals = {
    ...{ api: { POST }, locale: 'en', t: (key: string) => key },
    visitor: { orders: {}, link: 'the-link-of-the-letter', ...visitor },
    keep: ({ name, value }: { name: CookieName; value?: string }) => void (kept[name] = value),
  };
  return { asked, kept, locals: locals as unknown as App.Locals };
}

function formOf(fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

const placeOf = (outcome: unknown) =>
  outcome instanceof Response ? outcome.headers.get('location') : outcome;

describe('the letter of a registration', () => {
  const confirmation = 'the-link-of-the-letter';
  const password = 'a boat on the Neva';

  it('is pressed with the proof that the browser registered with', async () => {
    const fields = { email: 'anna@example.org', fullName: 'Anna', password, consent: 'on' };
    const first = browser({ data: { data: { accepted: true } } });
    await submitRegistration({ ...first, form: formOf(fields) });
    const proof = first.kept.registration;
    expect(proof).toMatch(/^[\w-]{32}$/);
    expect(first.asked).toMatchObject([{ proof }]);
    const later = browser(opened, { registration: proof! });
    const outcome = await submitConfirmation({ ...later, form: formOf() });
    expect(placeOf(outcome)).toBe('/en/account?said=confirmed');
    expect(later.asked).toEqual([{ confirmation, proof }]);
    expect(Object.keys(later.kept)).toContain('registration');
  });

  it('asks for a password in a browser that has not registered', async () => {
    const { asked, kept, locals } = browser(refused('PASSWORD_NEEDED'));
    const outcome = await submitConfirmation({ locals, form: formOf() });
    expect(asked).toEqual([{ confirmation, proof: '' }]);
    expect(outcome).toEqual({ problems: [], choosing: true });
    expect(kept).toEqual({});
  });

  it('opens the account with the password that is chosen there', async () => {
    const { asked, kept, locals } = browser(opened);
    const outcome = await submitConfirmation({ locals, form: formOf({ deed: 'choose', password }) });
    expect(asked).toEqual([{ confirmation, password }]);
    expect([placeOf(outcome), kept.account]).toEqual(['/en/account?said=confirmed', 'the.token']);
  });

  it.each([
    ['none', '', 'account:problem.newPassword'],
    ['a weak one', 'short', 'No.'],
  ])('goes on asking when %s was chosen', async (_what, chosen, text) => {
    const { locals } = browser(refused('PASSWORD_TOO_SHORT'));
    const outcome = await submitConfirmation({ locals, form: formOf({ deed: 'choose', password: chosen }) });
    expect(outcome).toMatchObject({ problems: [{ field: 'password', text }], choosing: true });
  });

  it.each([
    ['register', 'first'],
    ['password', 'password'],
  ])('and a link to choose one say what was done: %s', async (purpose, said) => {
    const { locals } = browser({ data: { ...session, purpose } });
    const outcome = await submitReset({ locals, form: formOf({ password }) });
    expect(placeOf(outcome)).toBe(`/en/account?said=${said}`);
  });
});
