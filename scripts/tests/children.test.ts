import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { commandLine } from '../../database/command-line.ts';
import { freePort } from '../../database/port.ts';
import { startChild, untilItAnswers } from '../start/child.ts';
import type { Child } from '../start/child.ts';
import { houseMark, rememberProcesses, stopLeftovers } from '../start/leftovers.ts';

const fixtures = join(__dirname, 'fixtures');
const never = new AbortController().signal;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gangway-children-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const start = (fixture: string, args: string[] = []): Child =>
  startChild({
    title: 'The fixture',
    file: join(fixtures, fixture),
    args,
    cwd: folder,
    env: {},
    logFile: join(folder, 'logs', 'fixture.log'),
  });

/** Resolves with what a fixture writes into the file once it is up. */
function written(name: string): Promise<string> {
  const path = join(folder, name);
  return new Promise((resolve) => {
    const look = () => {
      const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
      if (!text.endsWith('\n')) return;
      watcher.close();
      resolve(text.trim());
    };
    const watcher = watch(folder, look);
    look();
  });
}

const isRunning = (pid: number) => Boolean(commandLine(pid));

describe('a process of the house', () => {
  it('is ready when its address answers', async () => {
    const port = await freePort();
    const child = start('answers.mjs', [String(port)]);
    await untilItAnswers({ child, url: `http://127.0.0.1:${port}/`, signal: never });
    await child.stop(5_000);
    expect(isRunning(child.pid)).toBe(false);
  });

  it('that ends before it answers is one sentence with its last words', async () => {
    const child = start('fails.mjs');
    await expect(untilItAnswers({ child, url: 'http://127.0.0.1:1/', signal: never })).rejects.toMatchObject({
      code: 'CHILD_FAILED',
      message: `The fixture ended with code 3 ("the sails are torn"): see ${child.logFile}, then start again.`,
    });
  });

  it('is quoted with its last line that warns or worse, not with everyday news', async () => {
    const trouble = '{"level":"error","msg":"the keel is gone"}';
    const child = start('logs-and-ends.mjs', ['fails', trouble, '{"level":"info","msg":"all is well"}']);
    expect(await child.ended).toContain('ended with code 4 ("the keel is gone"): see ');
    const silent = start('logs-and-ends.mjs', ['fails', '{"level":30,"msg":"all is well"}']);
    expect(await silent.ended).toContain('ended with code 4: see ');
  });

  it('that is killed is not quoted: it has not logged why', async () => {
    const child = start('logs-and-ends.mjs', ['killed', '{"level":"warn","msg":"clouds ahead"}']);
    expect(await child.ended).toBe(`The fixture ended with SIGKILL: see ${child.logFile}, then start again.`);
  });

  it('is not waited for any longer when the start is stopped', async () => {
    const child = start('stubborn.mjs');
    const stop = new AbortController();
    const waiting = untilItAnswers({ child, url: 'http://127.0.0.1:1/', signal: stop.signal });
    stop.abort();
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' });
    await child.stop(0);
  });

  it('that does not want to stop is killed after its grace, with all that it started', async () => {
    const child = start('stubborn.mjs');
    const grandchild = Number(await written('grandchild'));
    expect(isRunning(grandchild)).toBe(true);
    await child.stop(0);
    expect(await child.ended).toContain('ended with SIGKILL');
    expect(isRunning(child.pid)).toBe(false);
    // Whoever is killed is there for a moment longer, and nobody told us to wait for this one.
    while (isRunning(grandchild)) await pause(10);
  });

  it('stops by itself when whoever started it is killed', async () => {
    const parent = spawn(
      process.execPath,
      [join(fixtures, 'starts-and-waits.ts'), join(fixtures, 'reports-its-end.mjs')],
      {
        cwd: folder,
      },
    );
    await written('started');
    parent.kill('SIGKILL');
    expect(await written('ended')).toBe('SIGTERM');
  });
});

describe('what a killed start left behind', () => {
  it('is ended when it is ours, and left alone when the number is a stranger’s', async () => {
    const ours = start('stubborn.mjs', [houseMark(folder)]);
    await written('grandchild');
    const stranger = createServer().listen(0, '127.0.0.1');
    await once(stranger, 'listening');
    rememberProcesses(folder, [ours.pid, process.pid]);
    await stopLeftovers(folder);
    expect(await ours.ended).toContain('ended with SIGKILL');
    expect((stranger.address() as AddressInfo).port).toBeGreaterThan(0);
    stranger.close();
    expect(existsSync(join(folder, 'processes.json'))).toBe(false);
  });

  it('does not matter when the list was cut off while it was written', async () => {
    writeFileSync(join(folder, 'processes.json'), '[12');
    await stopLeftovers(folder);
    expect(existsSync(join(folder, 'processes.json'))).toBe(false);
  });
});
