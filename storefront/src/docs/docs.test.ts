import { readFileSync } from 'node:fs';
import { curlOf } from './curl.ts';
import type { Description } from './description.ts';
import { fieldsOf, typeOf } from './fields.ts';
import { found, type Operation, operationsOf } from './operations.ts';

const file = new URL('../../../docs/api/openapi.json', import.meta.url);
const description = JSON.parse(readFileSync(file, 'utf8')) as Description;
const operations = operationsOf(description);
const operation = (id: string) => operations.find((one) => one.id === id) as Operation;
const bases = { site: 'https://site.example', cms: 'https://cms.example' };

describe('the description of the API as pages', () => {
  it('has a page for every route, each with an answer', () => {
    expect(operations.length).toBeGreaterThan(90);
    expect(new Set(operations.map(({ id }) => id)).size).toBe(operations.length);
    expect(operations.filter(({ answer }) => !answer).map(({ id }) => id)).toEqual([]);
  });

  it('names each code with its status and sentence', () => {
    expect(operation('catalog.events.card').refusals).toContainEqual({
      ...{ status: '404', code: 'NOT_FOUND', message: 'There is nothing here.' },
    });
  });

  it('knows who may ask', () => {
    expect(operation('catalog.events.list').access).toBe('public');
    const staff = operations.find(({ access }) => access === 'staff');
    expect(staff?.section).toMatchObject({ name: expect.any(String), verb: expect.any(String) });
  });

  it('finds by words of path, verb and summary', () => {
    expect(found(operations, 'post /api/orders').map(({ id }) => id)).toContain('ordering.orders.create');
    expect(found(operations, 'DEPARTURE one').map(({ id }) => id)).toContain('catalog.events.card');
    expect(found(operations, 'nothing like it')).toEqual([]);
    expect(found(operations, ' ')).toEqual(operations);
  });
});

describe('the fields of a body', () => {
  it('stand under their parents with what they have to keep to', () => {
    const fields = fieldsOf(operation('ordering.orders.create').body!.schema, description);
    const lines = fields.findIndex(({ name }) => name === 'lines');
    expect(fields[lines]).toMatchObject({ depth: 0, type: 'list of object', required: false });
    expect(fields[lines + 2]).toMatchObject({
      ...{ name: 'quantity', depth: 1, type: 'integer', required: true, limits: ['1 to 50'] },
    });
  });

  it.each([
    [{ enum: ['a', 'b'] }, '"a" | "b"'],
    [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, 'string or null'],
    [{ type: 'array', items: { type: 'integer' } }, 'list of integer'],
    [{}, 'any'],
  ])('%j is %s', (schema, type) => {
    expect(typeOf(schema, description)).toBe(type);
  });

  it('of every route can be listed', () => {
    const unlisted = operations.filter(({ body }) => {
      const isEmpty = Object.keys(body?.schema.properties ?? { any: true }).length === 0;
      return body && !isEmpty && fieldsOf(body.schema, description).length === 0;
    });
    expect(unlisted.map(({ id }) => id)).toEqual([]);
  });
});

describe('the command', () => {
  it('asks the website what buyers may ask, and cms the rest', () => {
    expect(curlOf(operation('catalog.events.list'), bases)).toMatch(
      /^curl 'https:\/\/site\.example\/api\/events/,
    );
    const staff = operations.find(({ access }) => access === 'staff') as Operation;
    expect(curlOf(staff, bases)).toContain('https://cms.example/api/');
    expect(curlOf(staff, bases)).toContain("-H 'Authorization: Bearer $STAFF_TOKEN'");
  });

  it('fills the path and sends the example', () => {
    expect(curlOf(operation('catalog.events.card'), bases)).not.toContain('{');
    const order = curlOf(operation('ordering.orders.create'), bases);
    expect(order).toContain("curl -X POST 'https://site.example/api/orders'");
    expect(order).toContain('"fullName": "Anna Petrova"');
  });

  it('survives an apostrophe', () => {
    const order = operation('ordering.orders.create');
    const named = { ...order, body: { schema: {}, example: { fullName: "O'Hara" } } };
    expect(curlOf(named, bases)).toContain(String.raw`O'\''Hara`);
  });
});
