import type { IncomingMessage } from 'node:http';

const longest = 8 * 1024;

/** The fields of a posted form; undefined when it is larger than any form of ours. */
export async function readForm(request: IncomingMessage): Promise<URLSearchParams | undefined> {
  const chunks: Buffer[] = [];
  const size = { bytes: 0 };
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size.bytes += chunk.length;
    if (size.bytes <= longest) chunks.push(chunk);
  }
  return size.bytes > longest ? undefined : new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}
