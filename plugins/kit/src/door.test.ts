import { z } from 'zod';
import { door, doorBytes } from './door.ts';
import { defineRoute } from './route.ts';

const read = defineRoute({
  id: 'read',
  method: 'GET',
  path: '/api/things/:id',
  summary: 'Read',
  tag: 'test',
  access: 'public',
  params: z.strictObject({ id: z.string() }),
  response: z.strictObject({ data: z.string() }),
  errors: [],
  example: { params: { id: 'a' }, response: { data: 'a' } },
});

describe('a door', () => {
  it('carries its route and what answers it, typed by the contract', async () => {
    const made = door({ route: read, status: 203, answer: async ({ params }) => ({ data: params.id }) });
    expect(made).toMatchObject({ route: read, status: 203 });
    const request = { params: { id: 'b' } } as unknown as Parameters<typeof made.answer>[0];
    expect(await made.answer(request)).toEqual({ data: 'b' });
  });

  it('marks bytes that are answered as they are', () => {
    const bytes = Buffer.from('%PDF');
    expect(doorBytes({ status: 200, contentType: 'application/pdf', bytes })).toEqual({
      status: 200,
      contentType: 'application/pdf',
      bytes,
      ready: true,
    });
  });
});
