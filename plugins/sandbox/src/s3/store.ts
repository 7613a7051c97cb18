import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { readBody } from './body.ts';
import { isS3Failure } from './failure.ts';
import type { S3Failure } from './failure.ts';
import { operationFor } from './operations.ts';
import type { Answer } from './operations.ts';
import type { Parts } from './parts.ts';
import { readS3Request } from './s3-request.ts';
import type { Shelf } from './shelf.ts';
import { requireSignature } from './signature.ts';
import type { StoreKey } from './signature.ts';
import { xmlDocument } from './xml.ts';

export interface Store {
  /** Where the store is mounted, without a slash at the end. */
  path: string;
  key: StoreKey;
  region: string;
  shelf: Shelf;
  parts: Parts;
  journal: (entry: Record<string, unknown>) => void;
}

/** Answers one request of the S3 protocol. */
export async function answerS3(
  store: Store,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const id = randomBytes(8).toString('hex').toUpperCase();
  const answer = await perform(store, incoming).catch((error: unknown) => {
    if (!isS3Failure(error)) throw error;
    store.journal({ what: 'refused', method: incoming.method, code: error.s3.code });
    return failed(error, id);
  });
  const { status, headers = {}, body } = answer;
  const type = typeof body === 'string' ? { 'content-type': 'application/xml' } : {};
  response.writeHead(status, { 'x-amz-request-id': id, ...type, ...headers });
  response.end(incoming.method === 'HEAD' ? undefined : body);
}

async function perform(store: Store, incoming: IncomingMessage): Promise<Answer> {
  const now = new Date();
  const request = readS3Request(incoming, store.path);
  requireSignature(request, { key: store.key, region: store.region, now: now.getTime() });
  const operation = operationFor(request);
  const body = await readBody(incoming, request);
  const answer = operation({ request, body, shelf: store.shelf, parts: store.parts, now });
  const { method, bucket, key } = request;
  if (method !== 'GET' && method !== 'HEAD') store.journal({ what: 'done', method, bucket, key });
  return answer;
}

function failed({ s3: { code, status }, message }: S3Failure, id: string): Answer {
  const body = xmlDocument('Error', { Code: code, Message: message, RequestId: id });
  // What was not read of the request must not be taken for the next one.
  return {
    status,
    body: status === 304 ? undefined : body.replace(/ xmlns="[^"]*"/, ''),
    headers: { connection: 'close' },
  };
}
