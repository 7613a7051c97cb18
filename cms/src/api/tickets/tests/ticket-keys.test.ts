import { createTicketVerifier } from '@gangway/kit';
import type { TicketKey } from '@gangway/kit';
import { jobsOf } from '@gangway/jobs/contract';
import { readEnv } from '@gangway/config/env';
import { signingKey } from '../domain/signing-key.ts';
import { issueCode } from '../issue.ts';
import { sell } from './sold-order.ts';

const eventId = 'tz4a98xxat96iws9zmbrgj3a';
const startAt = new Date('2031-08-01T18:30:00Z');

async function listed(): Promise<TicketKey[]> {
  const answer = await fetch(`${baseUrl}/.well-known/gangway-ticket-keys.json`);
  expect(answer.headers.get('content-type')).toContain('application/json');
  return ((await answer.json()) as { keys: TicketKey[] }).keys;
}

const moveClock = (body: object) =>
  fetch(`${baseUrl}/api/internal/clock`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${readEnv().internalToken}` },
    body: JSON.stringify(body),
  });

const quarters = (keys: TicketKey[]) => keys.map(({ kid }) => kid.slice(0, 6));

describe('the list of ticket keys', () => {
  afterEach(() => moveClock({ reset: true }));

  it('is all that is needed to check what was sold', async () => {
    const { admissions, departure } = await sell();
    const verdict = await createTicketVerifier(await listed()).verify(String(admissions[0]?.code));
    expect(verdict).toMatchObject({ genuine: true, facts: { eventId: departure.id } });
  });

  it('has the next quarter before it begins, and keeps every old one', async () => {
    for (const [moment, quarter, next] of [
      ['2031-03-31T23:59:00Z', '2031Q1', '2031Q2'],
      ['2031-04-01T00:01:00Z', '2031Q2', '2031Q3'],
      ['2031-12-31T12:00:00Z', '2031Q4', '2032Q1'],
    ] as const) {
      const before = (await listed()).map(({ kid }) => kid);
      await moveClock({ now: moment });
      await jobsOf(strapi).sweepNow();
      const keys = await listed();
      expect(quarters(keys)).toEqual(expect.arrayContaining([quarter, next]));
      expect(keys.map(({ kid }) => kid)).toEqual(expect.arrayContaining(before));
    }
  });

  it('tells codes of every quarter, each signed by its own key', async () => {
    const moments = ['2031-02-01', '2031-05-01', '2031-11-01'].map((day) => new Date(`${day}T00:00:00Z`));
    for (const now of moments) {
      await moveClock({ now: now.toISOString() });
      await jobsOf(strapi).sweepNow();
    }
    const issued = moments.map((now) => issueCode(strapi, { serial: 1, eventId, startAt, now }));
    expect(new Set(issued.map(({ keyId }) => keyId)).size).toBe(3);
    const verifier = createTicketVerifier(await listed());
    for (const { code, keyId } of issued)
      expect(await verifier.verify(code, { eventId })).toEqual({
        genuine: true,
        facts: { keyId, serial: 1, eventId, startAt },
      });
  });

  it('holds no private part', async () => {
    const keys = await listed();
    const names = ['alg', 'crv', 'kid', 'kty', 'signsFrom', 'signsUntil', 'use', 'x'];
    for (const key of keys) expect(Object.keys(key).sort()).toEqual(names);
  });

  it('does not list keys of another secret', async () => {
    const foreign = signingKey({ secret: 'another-secret-of-tickets', moment: new Date() });
    expect((await listed()).map(({ x }) => x)).not.toContain(foreign.listed.x);
  });

  it.each([
    ['update', "update ticket_keys set public_key = repeat('A', 43)"],
    ['delete', 'delete from ticket_keys'],
    ['truncate', 'truncate ticket_keys'],
  ])('cannot be shortened or changed by %s', async (_, sql) => {
    await expect(strapi.db.connection.raw(sql)).rejects.toMatchObject({ code: '23001' });
  });

  it('gives the same code for the same admission, without a look at the database', () => {
    const asked = { serial: 42, eventId, startAt, now: new Date('2026-11-20T12:00:00Z') };
    expect(issueCode(strapi, asked)).toEqual(issueCode(strapi, asked));
  });
});
