import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';

const help = (folder: string) => readFileSync(join(root, 'scripts', folder, 'help.txt'), 'utf8');
const run = (folder: string, ...args: string[]) => {
  const wrapper = join(root, 'scripts', 'with-node24.mjs');
  const line = [wrapper, join('scripts', folder, 'index.ts'), ...args];
  const { status, stdout, stderr } = spawnSync(process.execPath, line, { cwd: root, encoding: 'utf8' });
  return { status, stdout, stderr };
};

describe('a command', () => {
  it.each(['start', 'dev', 'check', 'test', 'compile', 'bench', 'proof', 'mutate'])(
    'that is asked for help says what it is and does nothing: %s',
    (folder) => {
      expect(run(folder, '--help')).toEqual({ status: 0, stdout: help(folder), stderr: '' });
    },
  );

  it.each([
    ['check', 'npm run check'],
    ['compile', 'npm run build'],
  ])('that takes no arguments refuses them: %s', (folder, command) => {
    const stderr = `${command} takes no arguments: "${command} -- --help" says what it does.\n`;
    expect(run(folder, '--fast')).toEqual({ status: 2, stdout: '', stderr });
  });

  it('names its phases, where it knows some', () => {
    const [, phases = ''] = /<phase>" with (.*), and/.exec(run('test', '--fast').stderr) ?? [];
    expect(phases).toContain('integration');
    expect(help('test')).toContain(phases);
  });
});
