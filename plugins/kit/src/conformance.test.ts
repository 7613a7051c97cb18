import { runConformance } from './conformance.ts';

const good = { name: 'it answers', run: async () => {} };
const bad = (name: string) => ({
  name,
  run: async () => {
    throw new Error(`${name}: 1 is not 2`);
  },
});

describe('a conformance suite without a runner', () => {
  it('tells each case, in order', async () => {
    const said: string[] = [];
    await runConformance([good, { ...good, name: 'it answers twice' }], (line) => said.push(line));
    expect(said).toEqual(['ok it answers', 'ok it answers twice']);
  });

  it('runs every case and throws what failed, with its number', async () => {
    const said: string[] = [];
    const failure = await runConformance([bad('it adds'), good, bad('it waits')], (line) =>
      said.push(line),
    ).catch((error: unknown) => error as AggregateError);
    expect(said).toEqual(['not ok it adds', 'ok it answers', 'not ok it waits']);
    expect(failure?.message).toBe('2 of 3 cases fail');
    expect(failure?.errors.map((error: Error) => error.message)).toEqual([
      'it adds: 1 is not 2',
      'it waits: 1 is not 2',
    ]);
  });

  it('takes a thrown nothing for a failure too', async () => {
    const nothing = { name: 'it throws', run: () => Promise.reject(undefined) };
    await expect(runConformance([nothing], () => {})).rejects.toThrow('1 of 1 cases fail');
  });
});
