import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const wrapper = join(__dirname, '..', 'with-node24.mjs');
const asOrdinaryUser = process.getuid?.() === 0 ? it.skip : it;
const fixture = (name: string) => join('scripts', 'tests', 'fixtures', name);

describe('with-node24', () => {
  it('runs a script under Node 24 with its arguments and hands its exit code on', () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      [wrapper, fixture('tells-about-itself.ts'), '--a', 'b c'],
      { encoding: 'utf8' },
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
    const ended = once(child, 'exit');
    child.kill('SIGINT');
    expect(await once(child.stdout, 'data')).toEqual(['SIGINT\n']);
    expect(await ended).toEqual([5, null]);
  });

  it('refuses a Node that is too old, with a sentence', () => {
    const pretend = join(__dirname, 'fixtures', 'pretends-to-be-old.cjs');
    const { status, stderr } = spawnSync(process.execPath, ['--require', pretend, wrapper, 'none.ts'], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('Gangway needs Node 20 or newer, this is v18.20.0: install a newer Node.\n');
    expect(status).toBe(1);
  });
});

describe('dependencies', () => {
  const clone = mkdtempSync(join(tmpdir(), 'gangway-clone-'));
  afterAll(() => rmSync(clone, { recursive: true }));

  const lock = (version: string) =>
    writeFileSync(
      join(clone, 'package-lock.json'),
      JSON.stringify({ name: 'x', version, lockfileVersion: 3, packages: { '': { name: 'x', version } } }),
    );
  const run = (...more: string[]) => {
    const script = join('scripts', 'hello.mjs');
    const args = [join(clone, 'scripts', 'with-node24.mjs'), script, ...more];
    const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: clone, encoding: 'utf8' });
    return { status, installed: stdout.includes('Installing dependencies'), says: stdout, stderr };
  };

  beforeAll(() => {
    mkdirSync(join(clone, 'scripts'));
    cpSync(wrapper, join(clone, 'scripts', 'with-node24.mjs'));
    writeFileSync(join(clone, 'scripts', 'hello.mjs'), 'console.log("hello");');
    writeFileSync(join(clone, 'scripts', 'help.txt'), 'Says hello.\n');
    mkdirSync(join(clone, 'rope'));
    writeFileSync(join(clone, 'rope', 'package.json'), JSON.stringify({ name: 'rope', version: '1.0.0' }));
    const manifest = { name: 'x', version: '1.0.0', dependencies: { rope: 'file:./rope' } };
    writeFileSync(join(clone, 'package.json'), JSON.stringify(manifest));
    lock('1.0.0');
  });

  it('are not installed for somebody who only asks what a script does', () => {
    expect(run('--help')).toMatchObject({ status: 0, installed: false, says: 'Says hello.\n' });
  });

  it('are installed in a fresh clone, and the script runs', () => {
    expect(run()).toMatchObject({
      status: 0,
      installed: true,
      says: expect.stringMatching(/hello\n$/) as string,
    });
  });

  it('are left alone the next time', () => {
    expect(run()).toMatchObject({ status: 0, installed: false, says: 'hello\n' });
  });

  it('are installed again when the lock has changed', () => {
    lock('1.0.1');
    expect(run()).toMatchObject({ status: 0, installed: true });
  });

  asOrdinaryUser('are not asked for in a folder of somebody else', () => {
    lock('1.0.2');
    chmodSync(clone, 0o500);
    const result = run();
    chmodSync(clone, 0o700);
    expect(result).toMatchObject({
      status: 1,
      installed: false,
      stderr: `The dependencies go into ${clone}, where this user may not write: give the user the folder, or start from a copy of your own.\n`,
    });
  });

  it('that npm cannot install are a sentence', () => {
    writeFileSync(join(clone, 'package.json'), '{ broken');
    lock('1.0.2');
    const { status, stderr } = run();
    expect(status).toBe(1);
    expect(stderr).toMatch(
      /The dependencies could not be installed, npm says why above: mend that and try again\.\n$/,
    );
  });
});
