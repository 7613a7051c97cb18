import { accessSync, constants, mkdirSync } from 'node:fs';
import { Client } from 'pg';
import type { Env } from '../../config/env.ts';
import { operatorError } from '../../database/operator-error.ts';
import { portObstacle } from '../../database/port.ts';
import type { ProcessRow } from './processes.ts';

const connectPatienceMs = 10_000;

/** @throws OperatorError FOLDER_NOT_WRITABLE */
export function requireFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (cause) {
    throw operatorError(
      'FOLDER_NOT_WRITABLE',
      `Gangway keeps its data in ${folder}, where this user may not write: give the user the folder, or start from a copy of your own.`,
      cause,
    );
  }
}

/** @throws OperatorError PORT_TAKEN, PORT_FORBIDDEN */
export async function requirePorts({ env, rows }: { env: Env; rows: ProcessRow[] }): Promise<void> {
  const wanted = rows.map(({ title, port, portVariable }) => ({
    title,
    port,
    variable: portVariable as string,
  }));
  if (env.sandbox.enabled)
    wanted.push({ title: 'The mailbox', port: env.mail.smtpPort, variable: 'SANDBOX_SMTP_PORT' });
  if (env.databaseEmbedded)
    wanted.push({ title: 'PostgreSQL', port: env.databasePort, variable: 'DATABASE_PORT' });
  for (const [index, { title, port, variable }] of wanted.entries()) {
    const rival = wanted.slice(0, index).find((other) => other.port === port);
    if (rival) throw portTaken({ title, port, variable, by: `${rival.title} (${rival.variable})` });
    const obstacle = await portObstacle(port);
    if (obstacle === 'forbidden') throw portForbidden({ title, port, variable });
    if (obstacle === 'taken') throw portTaken({ title, port, variable, by: 'another program' });
  }
}

interface WantedPort {
  title: string;
  port: number;
  variable: string;
}

function portTaken({ title, port, variable, by }: WantedPort & { by: string }) {
  const advice = `stop what listens there, or set ${variable} to another port`;
  return operatorError('PORT_TAKEN', `Port ${port} for ${title.toLowerCase()} is taken by ${by}: ${advice}.`);
}

const portForbidden = ({ title, port, variable }: WantedPort) =>
  operatorError(
    'PORT_FORBIDDEN',
    `Port ${port} for ${title.toLowerCase()} is not for this user, ports below 1024 need privileges: set ${variable} to a higher port.`,
  );

/** @throws OperatorError DATABASE_UNREACHABLE for a server of the operator's own */
export async function requireDatabase(url: string): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: connectPatienceMs });
  const { host, pathname } = new URL(url);
  try {
    await client.connect();
  } catch (cause) {
    const reason =
      cause instanceof Error ? cause.message || (cause as NodeJS.ErrnoException).code : String(cause);
    throw operatorError(
      'DATABASE_UNREACHABLE',
      `The database ${host}${pathname} does not answer (${reason}): check DATABASE_URL.`,
      cause,
    );
  } finally {
    await client.end().catch(() => undefined);
  }
}
