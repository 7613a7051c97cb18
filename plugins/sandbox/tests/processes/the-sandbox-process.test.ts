import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const main = join(__dirname, '../../dist/main.js');
const secret = 'demo-for-the-test-of-the-sandbox';
const secretNames =
  'API_TOKEN_SALT ADMIN_JWT_SECRET TRANSFER_TOKEN_SALT JWT_SECRET ENCRYPTION_KEY TICKET_SECRET INTERNAL_TOKEN';
const secrets = Object.fromEntries(secretNames.split(' ').map((name) => [name, secret]));

type Run = { child: ChildProcess; said: string[]; exit: Promise<number | null> };

function start(changes: Record<string, string>): Run {
  const env = { PATH: '', GANGWAY_ENV_FILE: 'off', APP_KEYS: `${secret},${secret}`, ...secrets, ...changes };
  const child = spawn(process.execPath, [main], { env, stdio: 'pipe' });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => said.push(String(text)));
  return { child, said, exit: once(child, 'close').then(([code]) => code as number | null) };
}

async function takePort() {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { port: String(port), release: () => new Promise((resolve) => server.close(resolve)) };
}

async function healthy(port: string): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
  return response?.ok ?? false;
}

describe('the sandbox process', () => {
  it('answers until it is asked to stop, and then ends by itself', async () => {
    const { port, release } = await takePort();
    await release();
    const smtp = await takePort();
    await smtp.release();
    const { child, exit, said } = start({ SANDBOX_PORT: port, SANDBOX_SMTP_PORT: smtp.port });
    while (!(await healthy(port)) && child.exitCode === null) await pause(50);
    child.kill('SIGTERM');
    expect([await exit, said.join('')]).toEqual([0, expect.stringContaining('the sandbox is closed')]);
    expect(await healthy(port)).toBe(false);
  });

  it('says in one sentence that its port is taken, and exits with 1', async () => {
    const { port, release } = await takePort();
    const smtp = await takePort();
    await smtp.release();
    const { exit, said } = start({ SANDBOX_PORT: port, SANDBOX_SMTP_PORT: smtp.port });
    const code = await exit;
    await release();
    expect(code).toBe(1);
    expect(said.join('').trim()).toBe(
      `Port ${port} for the sandbox is taken: stop what listens there, or set SANDBOX_PORT to another one.`,
    );
  });

  it('does not run where the sandbox is off', async () => {
    const mail = { SMTP_URL: 'smtp://mail.example.org', MAIL_FROM: 'tickets@example.org' };
    const real = { ...secrets, ...mail, SANDBOX: 'off' };
    const values = Object.fromEntries(
      Object.keys(secrets).map((name) => [name, `real-${name}-of-this-test-run`]),
    );
    const key = 'real-key-of-this-test-run-0';
    const { exit, said } = start({ ...real, ...values, APP_KEYS: `${key}1,${key}2` });
    expect(await exit).toBe(1);
    expect(said.join('')).toContain('SANDBOX=off: the sandbox does not run.');
  });

  it('says which setting is wrong', async () => {
    const { exit, said } = start({ SANDBOX_PORT: 'harbour' });
    expect(await exit).toBe(1);
    expect(said.join('').trim()).toBe('SANDBOX_PORT is "harbour": give a number from 1 to 65535.');
  });
});
