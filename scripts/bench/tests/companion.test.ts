import { join } from 'node:path';
import { startCompanion } from '../companion.ts';

type To = { kind: 'say'; word: string } | { kind: 'die' };
type From = { kind: 'ready' } | { kind: 'aside' } | { kind: 'said'; word: string };

const parrot = () => startCompanion<To, From>(join(__dirname, 'fixtures', 'parrot.ts'), 'The parrot');

describe('a companion of the bench', () => {
  it('answers what it is told, and is heard for the kind of word that is waited for', async () => {
    const { ask, stop, ended } = await parrot();
    expect(await ask({ kind: 'say', word: 'one' }, 'said')).toEqual({ kind: 'said', word: 'one' });
    expect(await ask({ kind: 'say', word: 'two' }, 'said')).toEqual({ kind: 'said', word: 'two' });
    stop();
    await ended;
  });

  it('that ends by itself is told of to whoever waits, with its exit code', async () => {
    const { ask } = await parrot();
    await expect(ask({ kind: 'die' }, 'said')).rejects.toThrow('The parrot ended with 7.');
  });

  it('that has ended bears being told, and is waited for by nobody', async () => {
    const { ask, tell, stop, ended } = await parrot();
    stop();
    await ended;
    tell({ kind: 'die' });
    await expect(ask({ kind: 'say', word: 'late' }, 'said')).rejects.toThrow(
      'The parrot ended with SIGKILL.',
    );
  });
});
