import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { childEnvironment } from '../../../config/env.ts';
import { httpLines } from '../load/http-lines.ts';

export interface Contender {
  url: string;
  pid: number;
  stop: () => void;
}

/** Headers that node:http writes by itself. */
const own = ['date', 'connection', 'keep-alive', 'transfer-encoding'];

/** A bare node:http server with the bytes that `cmsUrl` answers now. */
export async function startBare(work: {
  folder: string;
  cmsUrl: string;
  paths: string[];
}): Promise<Contender> {
  const file = join(work.folder, 'bare.json');
  writeFileSync(file, JSON.stringify(await copied(work)));
  const child = fork(join(import.meta.dirname, 'server.ts'), [file], {
    env: childEnvironment({ TZ: 'UTC' }),
  });
  const port = await new Promise<number>((listening) => child.once('message', (at) => listening(Number(at))));
  return { url: `http://127.0.0.1:${port}`, pid: child.pid ?? 0, stop: () => void child.kill('SIGKILL') };
}

async function copied({ cmsUrl, paths }: { cmsUrl: string; paths: string[] }) {
  const lines = httpLines(cmsUrl, { most: 1 });
  const answers: [path: string, headers: Record<string, string>, body: string][] = [];
  for (const path of paths) {
    const { head, body } = await lines.ask({ path });
    const pairs = head
      .split('\r\n')
      .slice(1)
      .filter(Boolean)
      .map((line) => line.split(/: (.*)/s).slice(0, 2));
    const headers = pairs.filter(([name = '']) => !own.includes(name.toLowerCase()));
    const whole = { ...Object.fromEntries(headers), 'Content-Length': String(body.length) };
    answers.push([path, whole as Record<string, string>, body.toString('base64')]);
  }
  lines.close();
  return answers;
}
