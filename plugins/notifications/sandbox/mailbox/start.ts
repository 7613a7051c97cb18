import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openMailbox } from './mailbox.ts';
import type { Mailbox, MailboxSettings } from './mailbox.ts';
import { mailboxWeb } from './web.ts';

export type StartedMailbox = Mailbox & {
  /** Where its pages are, `/mailbox` included. */
  url: string;
};

const path = '/mailbox';

/** A mailbox with its pages, each on a port of 127.0.0.1, as in the house; both ports are free ones when 0. */
export async function startMailbox({
  webPort = 0,
  ...settings
}: MailboxSettings & { webPort?: number }): Promise<StartedMailbox> {
  const mailbox = await openMailbox(settings);
  const server = createServer();
  server.listen(webPort, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  const handler = mailboxWeb({ mailbox, path, url });
  server.on('request', (request, response) => {
    const address = request.url ?? '';
    if (!address.startsWith(`${path}/`)) return void response.writeHead(404).end();
    void handler(Object.assign(request, { url: address.slice(path.length) }), response);
  });
  const close = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    await mailbox.close();
  };
  return { ...mailbox, url, close };
}
