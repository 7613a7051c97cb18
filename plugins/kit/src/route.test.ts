import { z } from 'zod';
import { defineRoute, type AnyRoute } from './route.ts';

const base = {
  id: 'events.read',
  method: 'GET',
  path: '/api/events/:id',
  summary: 'One departure',
  tag: 'shop',
  access: 'public',
  params: z.strictObject({ id: z.string() }),
  response: z.strictObject({ data: z.strictObject({ id: z.string() }) }),
  errors: ['NOT_FOUND'],
  example: { params: { id: 'e1' }, response: { data: { id: 'e1' } } },
} as const;

describe('a route', () => {
  it('is a frozen value that lists of routes can hold', () => {
    const route = defineRoute({ ...base, query: z.strictObject({ locale: z.string().optional() }) });
    const list: AnyRoute[] = [route];
    expect(list[0]?.path).toBe('/api/events/:id');
    expect(Object.isFrozen(route)).toBe(true);
    expect(route.params.parse({ id: 'e1' })).toEqual({ id: 'e1' });
  });

  it('names a section when it is for staff, and only then', () => {
    const section = { name: 'orders', verb: 'act' } as const;
    expect(() => defineRoute({ ...base, access: 'staff' })).toThrow('names its section');
    expect(() => defineRoute({ ...base, section })).toThrow('guards staff routes');
    expect(defineRoute({ ...base, access: 'staff', section }).section).toEqual(section);
  });

  it('declares exactly the parameters of its path', () => {
    expect(() => defineRoute({ ...base, path: '/api/events' })).toThrow('params declare [id]');
    expect(() => defineRoute({ ...base, path: '/api/events/:event' })).toThrow('the path has [event]');
  });

  it('refuses bodies and queries that would let unknown fields through', () => {
    expect(() => defineRoute({ ...base, query: z.object({}) })).toThrow('query must refuse unknown fields');
    expect(() => defineRoute({ ...base, body: z.object({}) })).toThrow('body must refuse unknown fields');
    expect(defineRoute({ ...base, body: z.strictObject({}) }).id).toBe('events.read');
  });
});
