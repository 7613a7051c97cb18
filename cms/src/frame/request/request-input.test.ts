import { defineRoute, z } from '@gangway/kit';
import { readInput, readQuery } from './request-input.ts';

const route = defineRoute({
  id: 'test.lock',
  method: 'POST',
  path: '/api/things/:id',
  summary: 'A thing',
  tag: 'test',
  access: 'public',
  params: z.strictObject({ id: z.string().regex(/^[a-z]+$/) }),
  query: z.strictObject({ page: z.coerce.number().int().min(1).default(1) }),
  body: z.strictObject({
    name: z.string(),
    lines: z.array(z.strictObject({ count: z.int().min(1) })).optional(),
  }),
  response: z.strictObject({ data: z.null() }),
  errors: [],
  example: { params: { id: 'a' }, body: { name: 'x' }, response: { data: null } },
});

const input = (changes: Partial<Parameters<typeof readInput>[1]>) =>
  readInput(route, { params: { id: 'abc' }, query: {}, body: { name: 'Anna' }, ...changes }, 'en');

const refusal = (changes: Partial<Parameters<typeof readInput>[1]>) => {
  try {
    input(changes);
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('a query string', () => {
  it('is read flat: repeated names become a list, brackets mean nothing', () => {
    expect({ ...readQuery('a=1&b=2&b=3&c[d]=%D1%8F&e=') }).toEqual({
      a: '1',
      b: ['2', '3'],
      'c[d]': 'я',
      e: '',
    });
  });

  it('cannot reach a prototype', () => {
    const query = readQuery('__proto__=x&constructor=y');
    expect(Object.keys(query)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});

describe('a request', () => {
  it('is read by its contract, defaults included', () => {
    expect(input({})).toEqual({ params: { id: 'abc' }, query: { page: 1 }, body: { name: 'Anna' } });
  });

  it('may name a locale on any route', () => {
    expect(input({ query: { locale: 'en', page: '2' } }).query).toEqual({ page: 2 });
  });

  it.each(['123', '<b>', '', 'x'.repeat(5000).toUpperCase()])('with the id %p finds nothing', (id) => {
    expect(refusal({ params: { id } })).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('names the filters that do not exist', () => {
    expect(refusal({ query: { page: '1', colour: 'red', ['size[']: 'L' } })).toMatchObject({
      code: 'UNKNOWN_FILTER',
      details: { filters: ['colour', 'size['] },
    });
  });

  it('names __proto__ like any other name', () => {
    expect(refusal({ query: { ...readQuery('colour=red'), ['__proto__']: '1' } })).toMatchObject({
      code: 'UNKNOWN_FILTER',
      details: { filters: ['colour', '__proto__'] },
    });
    expect(refusal({ body: JSON.parse('{"name":"Anna","__proto__":{}}') })).toMatchObject({
      code: 'UNKNOWN_FIELD',
      details: { fields: ['__proto__'] },
    });
  });

  it('names the fields that do not exist, with their place', () => {
    const body = { name: 'Anna', admin: true, lines: [{ count: 1, price: 0 }] };
    const { code, details } = refusal({ body }) as { code: string; details: { fields: string[] } };
    expect(code).toBe('UNKNOWN_FIELD');
    expect([...details.fields].sort()).toEqual(['admin', 'lines.0.price']);
  });

  it.each([undefined, null, 'text', [], 5])('with the body %p is refused as input', (body) => {
    expect(refusal({ body })).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('says in the caller’s language what is wrong with each field, and repeats no value', () => {
    const raw = { params: { id: 'a' }, query: {}, body: { name: 5, lines: [{ count: 0 }] } };
    const messages = (['ru', 'en', 'zh'] as const).map((locale) => {
      try {
        return readInput(route, raw, locale);
      } catch (error) {
        return (error as { details: { issues: { path: string; message: string }[] } }).details.issues;
      }
    });
    const [ru, en, zh] = messages as { path: string; message: string }[][];
    expect(en?.map(({ path }) => path)).toEqual(['name', 'lines.0.count']);
    expect(en?.[0]?.message).toMatch(/expected string/i);
    expect(ru?.[0]?.message).toMatch(/[а-я]/);
    expect(zh?.[0]?.message).toMatch(/[\u4e00-\u9fff]/);
  });
});
