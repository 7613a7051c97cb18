import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const wrapper = join(__dirname, '..', 'with-node24.mjs');
const fixture = (name: string) => join('scripts', 'tests', 'fixtures', name);

describe('with-node24', () => {
  it('runs a script under Node 24 with its arguments and hands its exit code on', () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      [wrapper, fixture('tells-about-itself.ts'), '--a', 'b c'],
      {
        encoding: 'utf8',
      },
    );
    expect(JSON.parse(stdout)).toEqual({ major: 24, argv: ['--a', 'b c'], nodeOnPath: 24 });
    expect(status).toBe(7);
  });

  it('passes a signal on and waits for the script', async () => {
    const child = spawn(process.execPath, [wrapper, fixture('reports-signals.mjs')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.setEncoding('utf8');
    expect(await once(child.stdout, 'data')).toEqual(['up\n']);
    child.kill('SIGINT');
    expect(await once(child.stdout, 'data')).toEqual(['SIGINT\n']);
    expect(await once(child, 'exit')).toEqual([5, null]);
  });
});
