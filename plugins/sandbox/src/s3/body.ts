import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { crc32 } from 'node:zlib';
import { s3Failure } from './failure.ts';
import type { S3Request } from './s3-request.ts';

/** More than a picture ever has. */
const longest = 100 * 1024 * 1024;

/** What was sent, unwrapped and checked against every digest that came along. */
export interface Body {
  bytes: Buffer;
  /** The checksum to keep with an object: header name and value. */
  checksum: [name: string, value: string] | undefined;
}

/**
 * @throws EntityTooLarge, IncompleteBody, XAmzContentSHA256Mismatch, InvalidDigest, BadDigest, NotImplemented
 */
export async function readBody(incoming: IncomingMessage, request: S3Request): Promise<Body> {
  const sent = await readAll(incoming);
  const { bytes, trailers } = unwrapped(sent, request);
  requireSha256(bytes, request);
  requireMd5(bytes, request);
  return { bytes, checksum: requireChecksum({ bytes, request, trailers }) };
}

async function readAll(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const size = { bytes: 0 };
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size.bytes += chunk.length;
    if (size.bytes <= longest) chunks.push(chunk);
  }
  if (size.bytes > longest) throw s3Failure('EntityTooLarge');
  return Buffer.concat(chunks);
}

type Trailers = ReadonlyMap<string, string>;

/** Bodies sent in pieces (`aws-chunked`), with checksums behind them. */
function unwrapped(sent: Buffer, { headers }: S3Request): { bytes: Buffer; trailers: Trailers } {
  const payload = headers.get('x-amz-content-sha256') ?? '';
  if (!payload.startsWith('STREAMING-')) return { bytes: sent, trailers: new Map() };
  if (payload !== 'STREAMING-UNSIGNED-PAYLOAD-TRAILER')
    throw s3Failure('NotImplemented', `${payload} is not taken.`);
  const pieces: Buffer[] = [];
  const end = eachPiece(sent, (piece) => void pieces.push(piece));
  const bytes = Buffer.concat(pieces);
  if (bytes.length !== Number(headers.get('x-amz-decoded-content-length'))) throw s3Failure('IncompleteBody');
  return { bytes, trailers: trailersOf(sent.subarray(end).toString('latin1')) };
}

/** Answers where the pieces end. Each is `<size in hex>[;extension]\r\n<bytes>\r\n`; the last has no bytes. */
function eachPiece(sent: Buffer, take: (piece: Buffer) => void): number {
  for (let at = 0; ;) {
    const lineEnd = sent.indexOf('\r\n', at);
    const size = lineEnd < 0 ? Number.NaN : Number.parseInt(sent.toString('latin1', at, lineEnd), 16);
    const from = lineEnd + 2;
    if (Number.isNaN(size) || from + size > sent.length) throw s3Failure('IncompleteBody');
    if (size === 0) return from;
    take(sent.subarray(from, from + size));
    at = from + size + 2;
  }
}

const trailersOf = (text: string): Trailers =>
  new Map(
    text
      .split('\r\n')
      .filter((line) => line.includes(':'))
      .map((line) => {
        const [name = '', value = ''] = line.split(/:(.*)/s, 2);
        return [name.trim().toLowerCase(), value.trim()];
      }),
  );

function requireSha256(bytes: Buffer, { headers }: S3Request): void {
  const given = headers.get('x-amz-content-sha256');
  if (given === undefined || given === 'UNSIGNED-PAYLOAD' || given.startsWith('STREAMING-')) return;
  if (createHash('sha256').update(bytes).digest('hex') !== given)
    throw s3Failure('XAmzContentSHA256Mismatch');
}

function requireMd5(bytes: Buffer, { headers }: S3Request): void {
  const given = headers.get('content-md5');
  if (given === undefined) return;
  if (Buffer.from(given, 'base64').length !== 16) throw s3Failure('InvalidDigest');
  if (createHash('md5').update(bytes).digest('base64') !== given) throw s3Failure('BadDigest');
}

const checksums: Record<string, (bytes: Buffer) => string> = {
  'x-amz-checksum-crc32': crc32Of,
  'x-amz-checksum-sha1': (bytes) => createHash('sha1').update(bytes).digest('base64'),
  'x-amz-checksum-sha256': (bytes) => createHash('sha256').update(bytes).digest('base64'),
};

function crc32Of(bytes: Buffer): string {
  const four = Buffer.alloc(4);
  four.writeUInt32BE(crc32(bytes));
  return four.toString('base64');
}

interface Checking {
  bytes: Buffer;
  request: S3Request;
  trailers: Trailers;
}

function requireChecksum({ bytes, request: { headers }, trailers }: Checking): Body['checksum'] {
  const announced = headers.get('x-amz-trailer');
  if (announced !== undefined && !trailers.has(announced)) throw s3Failure('IncompleteBody');
  const given = [...headers, ...trailers].find(([name]) => isChecksum(name));
  if (!given) return undefined;
  const [name, value] = given;
  const calculate = checksums[name];
  if (!calculate) throw s3Failure('NotImplemented', `${name} is not known here.`);
  if (calculate(bytes) !== value)
    throw s3Failure('BadDigest', `${name} did not match the calculated checksum.`);
  return [name, value];
}

const isChecksum = (name: string): boolean =>
  name.startsWith('x-amz-checksum-') &&
  !['x-amz-checksum-mode', 'x-amz-checksum-type', 'x-amz-checksum-algorithm'].includes(name);
