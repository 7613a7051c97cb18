import { z } from 'zod';
import { createClock } from './clock.ts';
import {
  isProviderFailure,
  isRefusal,
  openProviders,
  providerKind,
  providerRefused,
  providerUnreachable,
  secretVariable,
} from './provider.ts';
import type { OpeningSettings, ProviderContext, ProviderInstance } from './provider.ts';

type Port = { told: ProviderContext<{ shopId: string; retries: number }, 'secretKey'> };

const title = { ru: 'Касса', en: 'Till', zh: '收银' };
const opened = jest.fn();
const defineTill = providerKind<Port>();
const till = defineTill({
  id: 'till',
  title,
  capabilities: ['refund'],
  countries: ['RU'],
  options: z.strictObject({ shopId: z.string().min(3), retries: z.int().default(2) }),
  secrets: ['secretKey'],
  open: (told) => {
    opened(told.key);
    return { told };
  },
});

const silent = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const known: Record<string, string> = { TILLS_TILL_SECRET_KEY: 'one', TILLS_TILL_2_SECRET_KEY: 'two' };

const settings = (instances: ProviderInstance<Port>[]): OpeningSettings<Port> => ({
  instances,
  prefix: 'TILLS',
  secret: (variable) => known[variable],
  context: () => ({ log: silent, fetch, clock: createClock(), publicUrl: 'https://tickets.example.org' }),
});

function problemOf(...instances: ProviderInstance<Port>[]) {
  try {
    openProviders(settings(instances));
  } catch (error) {
    return error as Error & { code: string; operator: boolean };
  }
  throw new Error('nothing was refused');
}

beforeEach(() => opened.mockClear());

describe('a list of providers', () => {
  it('does nothing and checks nothing until it is opened', () => {
    const wrong = till({ shopId: '' });
    const strange = (till as (options: unknown) => ProviderInstance<Port>)({ nonsense: true });
    expect([wrong.key, strange.key]).toEqual(['till', 'till']);
    expect(opened).not.toHaveBeenCalled();
    expect(Object.isFrozen(wrong)).toBe(true);
  });

  it('is opened with options, secrets and the way to the world', () => {
    const open = openProviders(
      settings([till({ shopId: 'abc' }), till({ key: 'till-2', shopId: 'def', retries: 5 })]),
    );
    expect([...open.keys()]).toEqual(['till', 'till-2']);
    const [first, second] = [open.get('till'), open.get('till-2')];
    expect(first).toMatchObject({ key: 'till', id: 'till', title, capabilities: ['refund'] });
    expect([first?.countries, first?.currencies]).toEqual([['RU'], undefined]);
    expect(first?.port.told).toMatchObject({
      key: 'till',
      options: { shopId: 'abc', retries: 2 },
      secrets: { secretKey: 'one' },
      publicUrl: 'https://tickets.example.org',
    });
    expect(second?.port.told).toMatchObject({
      key: 'till-2',
      options: { retries: 5 },
      secrets: { secretKey: 'two' },
    });
  });

  it('may be empty', () => {
    expect(openProviders(settings([])).size).toBe(0);
  });
});

describe('the boot stops with a sentence', () => {
  it('for a key that two have', () => {
    const { message, code, operator } = problemOf(till({ shopId: 'abc' }), till({ shopId: 'def' }));
    expect(message).toBe('Two providers have the key "till": give one of them another key.');
    expect([code, operator]).toEqual(['TILLS_PROVIDERS', true]);
  });

  it('for a secret that is not set, by the name of its variable', () => {
    expect(problemOf(till({ key: 'till-3', shopId: 'abc' })).message).toBe(
      'Provider "till-3" needs a secret: set TILLS_TILL_3_SECRET_KEY.',
    );
  });

  it('for an option that is wrong or unknown', () => {
    expect(problemOf(till({ shopId: 'a' })).message).toMatch(/^Provider "till", option shopId: .+\.$/);
    const strange = (till as (options: unknown) => ProviderInstance<Port>)({ shopId: 'abc', colour: 'red' });
    expect(problemOf(strange).message).toMatch(/^Provider "till", option \(all\): .*colour.*$/);
  });

  it('for all of that at once, and nothing is opened', () => {
    const { message } = problemOf(
      till({ shopId: 'abc' }),
      till({ shopId: 'a' }),
      till({ key: 'x', shopId: 'abc' }),
    );
    expect(message.split('\n')).toHaveLength(3);
    expect(opened).not.toHaveBeenCalled();
  });
});

describe('a provider', () => {
  it.each(['', 'Till', 'till_2', '-till', '2till'])('is not called "%s"', (id) => {
    const spec = { id, title, capabilities: [], options: z.strictObject({}), secrets: [] };
    expect(() => defineTill({ ...spec, open: () => ({}) as Port })).toThrow('give an id such as "yookassa"');
  });

  it('has its secrets in variables of its own', () => {
    expect(secretVariable({ prefix: 'PAYMENTS', key: 'yookassa-2', name: 'secretKey' })).toBe(
      'PAYMENTS_YOOKASSA_2_SECRET_KEY',
    );
  });

  it('fails in two ways only: they said no, or nobody knows', () => {
    const [no, unknown] = [
      providerRefused('card_expired', 'The card is out of date.'),
      providerUnreachable('Timed out.'),
    ];
    expect([no.provider, no.code, isRefusal(no)]).toEqual(['refused', 'card_expired', true]);
    expect([unknown.provider, unknown.code, isRefusal(unknown)]).toEqual([
      'unreachable',
      'unreachable',
      false,
    ]);
    expect([isProviderFailure(no), isProviderFailure(unknown), isProviderFailure(new Error('x'))]).toEqual([
      true,
      true,
      false,
    ]);
    expect([isRefusal(new Error('x')), isRefusal(undefined)]).toEqual([false, false]);
  });
});
