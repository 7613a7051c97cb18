import { Buffer } from 'node:buffer';
import { setTimeout as pause } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerDataStream } from 'smtp-server';
import type { Switches } from './switches.ts';

export type SmtpSettings = {
  switches(): Switches;
  receive(mail: { raw: Buffer; to: readonly string[] }): Promise<void>;
  /** Tells what was refused, for the record. */
  refused(about: { to: string; code: number }): void;
};

const largestMail = 25 * 1024 * 1024;

/** A mail server that takes everything for everyone, unless its switches say otherwise. */
export function smtpServer({ switches, receive, refused }: SmtpSettings): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (auth, _session, callback) => callback(null, { user: auth.username ?? 'anyone' }),
    size: largestMail,
    logger: false,
    disableReverseLookup: true,
    onRcptTo: ({ address }, _session, callback) => {
      const problem = recipientProblem(address, switches());
      if (problem) refused({ to: address, code: problem.responseCode });
      callback(problem);
    },
    onData: (stream, session, callback) => {
      const to = session.envelope.rcptTo.map(({ address }) => address);
      take(stream, { to, receive, slowMs: switches().slowMs }).then(
        () => callback(null, 'taken'),
        (error: Error) => callback(Object.assign(error, { responseCode: 451 })),
      );
    },
  });
}

type Taking = { to: readonly string[]; receive: SmtpSettings['receive']; slowMs: number };

async function take(stream: SMTPServerDataStream, { to, receive, slowMs }: Taking): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  if (stream.sizeExceeded) throw Object.assign(new Error('This mail is too large.'), { responseCode: 552 });
  if (slowMs > 0) await pause(slowMs);
  await receive({ raw: Buffer.concat(chunks), to });
}

function recipientProblem(address: string, { refuse, busy }: Switches) {
  const refusal = (message: string, responseCode: number) =>
    Object.assign(new Error(message), { responseCode });
  if (busy) return refusal('The mailbox is busy, try again later', 451);
  const unwanted = refuse.some((word) => address.toLowerCase().includes(word.toLowerCase()));
  return unwanted ? refusal(`<${address}> does not exist here`, 550) : undefined;
}
