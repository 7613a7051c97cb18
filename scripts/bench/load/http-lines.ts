import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { cutReply, hangsUp } from './http-reply.ts';
import type { Reply } from './http-reply.ts';
import { newQueue } from './queue.ts';
import type { Queue } from './queue.ts';

export interface Question {
  method?: 'GET' | 'POST';
  path: string;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
}

/** Keep-alive connections to one server, one question at a time on each. */
export interface HttpLines {
  /** @throws Error when the line broke or nothing came in time */
  ask(question: Question): Promise<Reply>;
  /** How many connections were needed. */
  opened(): number;
  close(): void;
}

type Asked = { text: string; settle: (reply: Reply) => void; fail: (error: Error) => void; at: number };
type Line = { socket: Socket; asked?: Asked | undefined; chunks: Buffer[]; held: number; needed: number };

interface Exchange {
  host: string;
  address: { host: string; port: number };
  most: number;
  lines: Set<Line>;
  free: Line[];
  /** There was no line for them. */
  waiting: Queue<Asked>;
}

const patienceMs = 20_000;
const sweepMs = 1_000;

/** node:http on the side of the caller costs as much as a fast server: this one only cuts answers out of the stream. */
export function httpLines(url: string, { most = 400 }: { most?: number } = {}): HttpLines {
  const { host, hostname, port } = new URL(url);
  const address = { host: hostname, port: Number(port) };
  const exchange: Exchange = { host, address, most, lines: new Set(), free: [], waiting: newQueue() };
  const sweep = setInterval(() => breakSilent(exchange), sweepMs).unref();
  return {
    ask: (question) =>
      new Promise((settle, fail) => {
        askOne(exchange, { text: textOf(question, host), settle, fail, at: performance.now() });
      }),
    opened: () => exchange.lines.size,
    close: () => {
      clearInterval(sweep);
      for (const { socket } of exchange.lines) socket.removeAllListeners('close').destroy();
      exchange.lines.clear();
    },
  };
}

function askOne(exchange: Exchange, asked: Asked): void {
  const line = exchange.free.pop() ?? (exchange.lines.size < exchange.most ? open(exchange) : undefined);
  if (line) give(line, asked);
  else exchange.waiting.push(asked);
}

function give(line: Line, asked: Asked): void {
  line.asked = asked;
  line.socket.write(asked.text);
}

function open(exchange: Exchange): Line {
  const socket = connect({ ...exchange.address, noDelay: true });
  const line: Line = { socket, chunks: [], held: 0, needed: 0 };
  exchange.lines.add(line);
  socket.on('data', (chunk) => heard(exchange, line, chunk));
  socket.on('error', (error) => breakLine(exchange, line, error));
  socket.on('close', () => exchange.lines.has(line) && breakLine(exchange, line, new Error('hung up')));
  return line;
}

/** Collects until an answer is whole; the usual one is a single chunk. */
function heard(exchange: Exchange, line: Line, chunk: Buffer): void {
  line.chunks.push(chunk);
  line.held += chunk.length;
  if (line.held < line.needed) return;
  const bytes = line.chunks.length === 1 ? chunk : Buffer.concat(line.chunks);
  line.chunks = [bytes];
  const cut = cutReply(bytes);
  if (typeof cut === 'number') {
    line.needed = cut;
    return;
  }
  line.chunks = [];
  line.held = line.needed = 0;
  settle(exchange, line, cut);
}

/** The next one who waits is asked for before anybody looks at this answer. */
function settle(exchange: Exchange, line: Line, reply: Reply): void {
  const { asked } = line;
  line.asked = undefined;
  const next = exchange.waiting.shift();
  if (hangsUp(reply)) {
    exchange.lines.delete(line);
    line.socket.destroy();
    if (next) give(open(exchange), next);
  } else if (next) give(line, next);
  else exchange.free.push(line);
  asked?.settle(reply);
}

function breakLine(exchange: Exchange, line: Line, error: Error): void {
  exchange.lines.delete(line);
  const at = exchange.free.indexOf(line);
  if (at >= 0) exchange.free.splice(at, 1);
  line.socket.destroy();
  line.asked?.fail(error);
  line.asked = undefined;
  const next = exchange.waiting.shift();
  if (next) give(open(exchange), next);
}

function breakSilent(exchange: Exchange): void {
  for (const line of exchange.lines)
    if (line.asked && performance.now() - line.asked.at > patienceMs)
      breakLine(exchange, line, new Error('no answer'));
}

function textOf({ method, path, headers = {}, body }: Question, host: string): string {
  const verb = method ?? (body === undefined ? 'GET' : 'POST');
  const json = body === undefined ? '' : JSON.stringify(body);
  const all = {
    ...{ Host: host, 'Accept-Encoding': 'gzip' },
    ...(verb === 'POST' && {
      'Content-Type': 'application/json',
      'Content-Length': String(Buffer.byteLength(json)),
    }),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  return `${verb} ${path} HTTP/1.1\r\n${lines.join('')}\r\n${json}`;
}
