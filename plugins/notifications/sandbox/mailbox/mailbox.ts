import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createLetters } from './letters.ts';
import type { Letters } from './letters.ts';
import { smtpServer } from './smtp.ts';
import { calm, changed } from './switches.ts';
import type { Switches } from './switches.ts';

export type MailboxSettings = {
  /** Where mail is taken; 0: any free port. */
  port: number;
  host?: string;
  now?: () => Date;
  journal?: (entry: Record<string, unknown>) => void;
};

/** A mail server with the mails it took. */
export type Mailbox = {
  port: number;
  letters: Letters;
  switches(): Switches;
  turn(given: Partial<Record<keyof Switches, unknown>>): Switches;
  close(): Promise<void>;
};

/** Opens a mailbox; tests open one of their own on port 0. */
export async function openMailbox(settings: MailboxSettings): Promise<Mailbox> {
  const { port, host = '127.0.0.1', now = () => new Date(), journal = () => undefined } = settings;
  const letters = createLetters();
  const state = { switches: calm };
  const server = smtpServer({
    switches: () => state.switches,
    receive: async ({ raw, to }) => {
      const { id, messageId, deliveries } = await letters.add({ raw, to, at: now() });
      journal({ did: 'taken', id, messageId, to, deliveries });
    },
    refused: ({ to, code }) => journal({ did: 'refused', to, code }),
  });
  // A sender that hangs up in the middle of a mail is its own business.
  server.on('error', () => undefined);
  server.listen(port, host);
  await listening(server.server, port);
  return {
    port: (server.server.address() as AddressInfo).port,
    letters,
    switches: () => state.switches,
    turn: (given) => (state.switches = changed(state.switches, given)),
    close: () => new Promise<void>((done) => void server.close(() => done())),
  };
}

async function listening(server: NodeJS.EventEmitter, port: number): Promise<void> {
  await once(server, 'listening').catch((cause: NodeJS.ErrnoException) => {
    const what =
      cause.code === 'EADDRINUSE' ? 'is taken: stop what listens there' : `cannot be used (${cause.code})`;
    const message = `Port ${port} for the mailbox ${what}, or set SANDBOX_SMTP_PORT to another one.`;
    throw Object.assign(new Error(message, { cause }), { code: 'PORT_TAKEN', operator: true as const });
  });
}
