import { createHash } from 'node:crypto';
import type { Body } from './body.ts';
import { s3Failure } from './failure.ts';
import { listing } from './listing.ts';
import type { ClaimedPart, Parts } from './parts.ts';
import type { S3Request } from './s3-request.ts';
import type { ObjectFacts, Shelf } from './shelf.ts';
import { elements, textOf, xmlDocument } from './xml.ts';

export interface Answer {
  status: number;
  headers?: Record<string, string | number>;
  /** XML is a text, objects are bytes. */
  body?: string | Buffer;
}

/** One call: what was asked, what came along, and what it works upon. */
export interface Call {
  request: S3Request;
  body: Body;
  shelf: Shelf;
  parts: Parts;
  /** Real time. */
  now: Date;
}

type Operation = (call: Call) => Answer;

const bucketName = /^(?!xn--)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

/** What the store knows to do, by method and by the parameters that S3 tells its operations apart with. */
export function operationFor({ method, bucket, key, query, headers }: S3Request): Operation {
  if (headers.has('x-amz-copy-source')) throw s3Failure('NotImplemented', 'Objects are not copied here.');
  const foreign = [...query.keys()].find((name) => subresources.has(name));
  if (foreign) throw s3Failure('NotImplemented', `?${foreign} is not known here.`);
  const found = key ? onObject(method, query) : onBucket(method, query);
  if (!bucket || !found) throw s3Failure(bucket ? 'MethodNotAllowed' : 'NotImplemented');
  return found;
}

const subresources = new Set(
  'acl cors encryption lifecycle location logging notification object-lock policy replication requestPayment tagging torrent versioning versions website'.split(
    ' ',
  ),
);

function onBucket(method: string, query: URLSearchParams): Operation | undefined {
  if (method === 'GET' && query.get('list-type') !== '2')
    throw s3Failure('NotImplemented', 'Only ListObjectsV2 is known here.');
  if (method === 'POST' && !query.has('delete')) return undefined;
  return { PUT: createBucket, HEAD: headBucket, GET: listObjects, POST: deleteObjects }[method];
}

function onObject(method: string, query: URLSearchParams): Operation | undefined {
  const inParts = query.has('uploadId');
  if (method === 'PUT') return inParts ? uploadPart : putObject;
  if (method === 'DELETE') return inParts ? abortUpload : deleteObject;
  if (method === 'POST') return inParts ? completeUpload : query.has('uploads') ? createUpload : undefined;
  return method === 'GET' || method === 'HEAD' ? getObject : undefined;
}

function createBucket({ request: { bucket }, shelf }: Call): Answer {
  if (!bucketName.test(bucket)) throw s3Failure('InvalidBucketName');
  if (shelf.has(bucket)) throw s3Failure('BucketAlreadyOwnedByYou');
  shelf.create(bucket);
  return { status: 200, headers: { location: `/${bucket}` } };
}

function headBucket(call: Call): Answer {
  requireBucket(call);
  return { status: 200 };
}

function listObjects(call: Call): Answer {
  const bucket = requireBucket(call);
  const found = listing({ bucket, query: call.request.query, objects: call.shelf.list(bucket) });
  return { status: 200, body: xmlDocument('ListBucketResult', found) };
}

function deleteObjects(call: Call): Answer {
  const bucket = requireBucket(call);
  if (!call.request.headers.has('content-md5') && !call.body.checksum)
    throw s3Failure('InvalidRequest', 'Missing required header for this request: Content-MD5');
  const xml = call.body.bytes.toString();
  const keys = elements(xml, 'Object').map((each) => textOf(each, 'Key'));
  if (keys.length === 0 || keys.length > 1000 || keys.includes(undefined)) throw s3Failure('MalformedXML');
  for (const key of keys) call.shelf.remove(bucket, key ?? '');
  const told = textOf(xml, 'Quiet') === 'true' ? [] : keys.map((key = '') => ({ Key: key }));
  return { status: 200, body: xmlDocument('DeleteResult', { Deleted: told }) };
}

function putObject(call: Call): Answer {
  const bucket = requireBucket(call);
  const { request, body, shelf, now } = call;
  requireUnmatched(call, bucket);
  const { bytes, checksum } = body;
  const etag = createHash('md5').update(bytes).digest('hex');
  const type = request.headers.get('content-type') ?? 'binary/octet-stream';
  shelf.put(bucket, { key: request.key, type, etag, bytes, checksum, modified: now.toISOString() });
  return { status: 200, headers: { etag: `"${etag}"`, ...(checksum && { [checksum[0]]: checksum[1] }) } };
}

/** `If-None-Match: *`: only where nothing lies yet. */
function requireUnmatched({ request: { key, headers }, shelf }: Call, bucket: string): void {
  const condition = headers.get('if-none-match');
  if (condition === undefined) return;
  if (condition !== '*') throw s3Failure('NotImplemented', 'If-None-Match is only known as *.');
  if (shelf.facts(bucket, key)) throw s3Failure('PreconditionFailed');
}

function getObject(call: Call): Answer {
  const bucket = requireBucket(call);
  const { request, shelf } = call;
  const facts = shelf.facts(bucket, request.key);
  if (!facts) throw s3Failure('NoSuchKey');
  const headers = headersOf(facts, request);
  if (request.headers.get('if-none-match') === `"${facts.etag}"`) return { status: 304, headers };
  const range = rangeOf(request.headers.get('range'), facts.size);
  const body = shelf.bytes(bucket, request.key);
  if (!range) return { status: 200, headers: { ...headers, 'content-length': facts.size }, body };
  const part = body.subarray(range.from, range.to + 1);
  const place = `bytes ${range.from}-${range.to}/${facts.size}`;
  return {
    status: 206,
    headers: { ...headers, 'content-range': place, 'content-length': part.length },
    body: part,
  };
}

function headersOf({ type, etag, modified, checksum }: ObjectFacts, { headers }: S3Request) {
  const told = checksum && headers.get('x-amz-checksum-mode') === 'ENABLED' && !headers.has('range');
  return {
    ...{ 'content-type': type, etag: `"${etag}"`, 'accept-ranges': 'bytes' },
    'last-modified': new Date(modified).toUTCString(),
    ...(told && { [checksum[0]]: checksum[1], 'x-amz-checksum-type': 'FULL_OBJECT' }),
  };
}

function rangeOf(text: string | undefined, size: number): { from: number; to: number } | undefined {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(text ?? '') ?? [];
  if (first === undefined || last === undefined || first + last === '') return undefined;
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (from > to) throw s3Failure('InvalidRange');
  return { from, to };
}

function deleteObject(call: Call): Answer {
  call.shelf.remove(requireBucket(call), call.request.key);
  return { status: 204 };
}

function createUpload(call: Call): Answer {
  const bucket = requireBucket(call);
  const { key, headers } = call.request;
  const id = call.parts.begin({ bucket, key, type: headers.get('content-type') ?? 'binary/octet-stream' });
  const told = { Bucket: bucket, Key: key, UploadId: id };
  return { status: 200, body: xmlDocument('InitiateMultipartUploadResult', told) };
}

function uploadPart(call: Call): Answer {
  requireBucket(call);
  const { request, body, parts } = call;
  const number = Number(request.query.get('partNumber'));
  const etag = parts.add(uploadOf(request), number, body.bytes);
  const { checksum } = body;
  return { status: 200, headers: { etag: `"${etag}"`, ...(checksum && { [checksum[0]]: checksum[1] }) } };
}

function completeUpload(call: Call): Answer {
  const bucket = requireBucket(call);
  const { request, body, shelf, parts, now } = call;
  const whole = parts.finish(uploadOf(request), claimedParts(body.bytes.toString()));
  shelf.put(bucket, { ...whole, key: request.key, modified: now.toISOString() });
  const told = {
    Location: `/${bucket}/${request.key}`,
    Bucket: bucket,
    Key: request.key,
    ETag: `"${whole.etag}"`,
  };
  return { status: 200, body: xmlDocument('CompleteMultipartUploadResult', told) };
}

const claimedParts = (xml: string): ClaimedPart[] =>
  elements(xml, 'Part').map((part) => ({
    number: Number(textOf(part, 'PartNumber')),
    etag: (textOf(part, 'ETag') ?? '').replaceAll('"', ''),
  }));

function abortUpload(call: Call): Answer {
  requireBucket(call);
  call.parts.abort(uploadOf(call.request));
  return { status: 204 };
}

const uploadOf = ({ query }: S3Request): string => query.get('uploadId') ?? '';

function requireBucket({ request: { bucket }, shelf }: Call): string {
  if (!shelf.has(bucket)) throw s3Failure('NoSuchBucket');
  return bucket;
}
