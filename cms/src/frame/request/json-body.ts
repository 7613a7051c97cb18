import type { IncomingMessage } from 'node:http';
import { commonErrors } from '@gangway/kit';
import { refuseEncodedBody, refuseUncleanValue } from './clean-input.ts';
import { frameErrors } from './errors.ts';

/** The most that a JSON body may weigh, in bytes. */
export const jsonBodyLimit = 1024 * 1024;

/**
 * The JSON body of a request; undefined when it has none.
 * @throws UNSUPPORTED_MEDIA_TYPE, PAYLOAD_TOO_LARGE, MALFORMED_JSON, INVALID_INPUT
 */
export async function readJsonBody(request: IncomingMessage, limit = jsonBodyLimit): Promise<unknown> {
  refuseEncodedBody(request.headers['content-encoding']);
  const text = (await readRawBody(request, limit)).toString('utf8');
  if (text === '') return undefined;
  if (!isJson(request.headers['content-type'])) throw frameErrors.UNSUPPORTED_MEDIA_TYPE();
  const value = parsed(text);
  refuseUncleanValue(value);
  return value;
}

/**
 * The body as it came, of any type and encoding. One past the limit is read to its end and thrown away: closing the
 * connection would lose our answer.
 * @throws PAYLOAD_TOO_LARGE
 */
export function readRawBody(request: IncomingMessage, limit = jsonBodyLimit): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    const tooLarge = () => {
      request.removeAllListeners('data').resume();
      reject(commonErrors.PAYLOAD_TOO_LARGE({ limit }));
    };
    if (Number(request.headers['content-length'] ?? 0) > limit) return tooLarge();
    const size = { bytes: 0 };
    request.on('data', (chunk: Buffer) => {
      size.bytes += chunk.length;
      if (size.bytes > limit) tooLarge();
      else chunks.push(chunk);
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', reject);
    return undefined;
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw commonErrors.MALFORMED_JSON();
  }
}

const isJson = (contentType = '') => /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(contentType);
