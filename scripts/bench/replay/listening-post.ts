import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { connectionHearing } from './hearing.ts';
import type { Heard } from './hearing.ts';

export interface ListeningPost {
  /** The same database, by way of here. */
  databaseUrl: string;
  /** Everything that was sent so far. */
  heard: readonly Heard[];
  close: () => void;
}

/** Stands between a client and PostgreSQL, passes every byte on and writes down the statements. */
export async function openListeningPost(databaseUrl: string): Promise<ListeningPost> {
  const target = new URL(databaseUrl);
  const heard: Heard[] = [];
  const sockets = new Set<Socket>();
  const kept = (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
    return socket;
  };
  const numbers = { connection: 0 };
  const server = createServer((client) => {
    const upstream = kept(connect({ host: target.hostname, port: Number(target.port), noDelay: true }));
    const hearing = connectionHearing(numbers.connection++, (statement) => heard.push(statement));
    kept(client).setNoDelay(true);
    client.on('data', hearing.client);
    upstream.on('data', hearing.server);
    client.pipe(upstream);
    upstream.pipe(client);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const here = new URL(databaseUrl);
  here.hostname = '127.0.0.1';
  here.port = String((server.address() as AddressInfo).port);
  const close = () => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { databaseUrl: here.href, heard, close };
}
