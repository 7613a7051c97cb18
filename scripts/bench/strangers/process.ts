import '../../follow-parent.mjs';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import type { FromStrangers, StrangersOrder, StrangersReport, ToStrangers } from './messages.ts';

/** Strangers at the door of the shop, in a process of their own. */

/** Every address of 127.0.0.0/8 is this machine: nobody is one of ten thousand from a single place. */
const perAddress = 100;
const atOnce = 100;
/** Questions of one who never reads an answer. */
const questions = 200;

const say = (message: FromStrangers) => process.send?.(message);
const sockets = new Set<Socket>();
const report: StrangersReport = { opened: 0, refused: 0, open: 0 };
const told = () => ({ ...report, open: sockets.size });

process.on('disconnect', () => process.exit(0));
process.on('message', (message: ToStrangers) => {
  if (message.kind === 'open') void open(message.order).then(() => say({ kind: 'opened', report: told() }));
  else say({ kind: 'report', report: told() });
});
say({ kind: 'ready' });

async function open({ url, idle, deaf, path }: StrangersOrder): Promise<void> {
  const { hostname, port } = new URL(url);
  const total = idle + deaf;
  const asks = `GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\n\r\n`.repeat(questions);
  for (let from = 0; from < total; from += atOnce)
    await Promise.all(
      Array.from({ length: Math.min(atOnce, total - from) }, async (_, index) => {
        const number = from + index;
        const socket = await come({ port: Number(port), address: 2 + Math.floor(number / perAddress) });
        if (number >= idle) socket?.pause().write(asks);
      }),
    );
}

function come({ port, address }: { port: number; address: number }): Promise<Socket | undefined> {
  return new Promise((settle) => {
    const localAddress = `127.1.${address >> 8}.${address & 255}`;
    const socket = connect({ host: '127.0.0.1', port, localAddress });
    socket.once('connect', () => {
      report.opened += 1;
      sockets.add(socket);
      settle(socket);
    });
    socket.on('error', () => {
      if (!sockets.has(socket)) report.refused += 1;
      socket.destroy();
      settle(undefined);
    });
    socket.on('close', () => sockets.delete(socket));
  });
}
