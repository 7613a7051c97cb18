import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { s3Failure } from './failure.ts';
import type { S3Request } from './s3-request.ts';

export interface StoreKey {
  accessKeyId: string;
  secretAccessKey: string;
}

export interface SignatureRules {
  key: StoreKey;
  region: string;
  /** Real time: clients sign with the clock of their machine, whatever the business time is. */
  now: number;
}

interface Claim {
  credential: string;
  signedHeaders: string[];
  signature: string;
  /** `20261120T101500Z` */
  stamp: string;
  payloadHash: string;
  presigned: boolean;
}

const skewMs = 15 * 60_000;
const longestPresignedSeconds = 7 * 24 * 3600;
const algorithm = 'AWS4-HMAC-SHA256';

/**
 * AWS Signature Version 4, in the header or in the address.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html
 * @throws AccessDenied, InvalidAccessKeyId, AuthorizationHeaderMalformed, RequestTimeTooSkewed, SignatureDoesNotMatch
 */
export function requireSignature(request: S3Request, rules: SignatureRules): void {
  const claim = claimOf(request);
  const scope = requireScope(claim, rules);
  requireTime({ claim, request, now: rules.now });
  requireSignedHeaders(claim, request);
  const text = [algorithm, claim.stamp, scope.join('/'), sha256(canonicalRequest(request, claim))].join('\n');
  const expected = hmac(signingKey(rules.key.secretAccessKey, scope), text);
  const given = Buffer.from(claim.signature, 'hex');
  if (given.length !== expected.length || !timingSafeEqual(given, expected))
    throw s3Failure('SignatureDoesNotMatch');
}

function claimOf(request: S3Request): Claim {
  if (request.query.has('X-Amz-Signature')) return claimOfQuery(request.query);
  return claimOfHeader(request.headers);
}

function claimOfHeader(headers: S3Request['headers']): Claim {
  const authorization = headers.get('authorization');
  if (authorization === undefined) throw s3Failure('AccessDenied');
  if (!authorization.startsWith(`${algorithm} `))
    throw s3Failure('InvalidRequest', `Please use ${algorithm}.`);
  const parts = new Map(
    authorization
      .slice(algorithm.length)
      .split(',')
      .map((part) => part.trim().split(/=(.*)/s, 2) as [string, string]),
  );
  const payloadHash = headers.get('x-amz-content-sha256');
  if (payloadHash === undefined)
    throw s3Failure('InvalidRequest', 'Missing required header for this request: x-amz-content-sha256');
  return {
    credential: parts.get('Credential') ?? '',
    signedHeaders: (parts.get('SignedHeaders') ?? '').split(';'),
    signature: parts.get('Signature') ?? '',
    stamp: headers.get('x-amz-date') ?? '',
    payloadHash,
    presigned: false,
  };
}

function claimOfQuery(query: URLSearchParams): Claim {
  const of = (name: string) => query.get(`X-Amz-${name}`) ?? '';
  if (of('Algorithm') !== algorithm) throw s3Failure('InvalidRequest', `Please use ${algorithm}.`);
  return {
    credential: of('Credential'),
    signedHeaders: of('SignedHeaders').split(';'),
    signature: of('Signature'),
    stamp: of('Date'),
    payloadHash: of('Content-Sha256') || 'UNSIGNED-PAYLOAD',
    presigned: true,
  };
}

/** `date/region/s3/aws4_request` of the credential, checked. */
function requireScope({ credential, stamp }: Claim, { key, region }: SignatureRules): string[] {
  const [accessKeyId, ...scope] = credential.split('/');
  if (accessKeyId !== key.accessKeyId) throw s3Failure('InvalidAccessKeyId');
  const expected = [stamp.slice(0, 8), region, 's3', 'aws4_request'];
  if (scope.join('/') !== expected.join('/'))
    throw s3Failure(
      'AuthorizationHeaderMalformed',
      `The scope of the credential is not ${expected.join('/')}.`,
    );
  return scope;
}

interface Timing {
  claim: Claim;
  request: S3Request;
  now: number;
}

function requireTime({ claim, request, now }: Timing): void {
  const signedAt = timeOf(claim.stamp);
  if (!claim.presigned) {
    if (Math.abs(now - signedAt) > skewMs) throw s3Failure('RequestTimeTooSkewed');
    return;
  }
  const seconds = Number(request.query.get('X-Amz-Expires'));
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > longestPresignedSeconds)
    throw s3Failure('InvalidRequest', 'X-Amz-Expires must be between 1 second and a week.');
  if (now < signedAt - skewMs) throw s3Failure('AccessDenied', 'Request is not valid yet');
  if (now > signedAt + seconds * 1000) throw s3Failure('AccessDenied', 'Request has expired');
}

function timeOf(stamp: string): number {
  const iso = stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z');
  const time = Date.parse(iso);
  if (iso === stamp || Number.isNaN(time))
    throw s3Failure('AccessDenied', 'X-Amz-Date must be such as 20261120T101500Z');
  return time;
}

/** What S3 acts upon must be part of what was signed. */
function requireSignedHeaders({ signedHeaders }: Claim, { headers }: S3Request): void {
  const needed = [...headers.keys()].filter(
    (name) => name === 'host' || name === 'content-md5' || name.startsWith('x-amz-'),
  );
  const unsigned = needed.filter((name) => !signedHeaders.includes(name));
  if (unsigned.length === 0) return;
  throw s3Failure(
    'AccessDenied',
    `There were headers present in the request which were not signed: ${unsigned.join(', ')}`,
  );
}

function canonicalRequest({ method, signedPath, query, headers }: S3Request, claim: Claim): string {
  const { signedHeaders, payloadHash } = claim;
  const lines = signedHeaders.map((name) => `${name}:${headers.get(name) ?? ''}\n`).join('');
  return [
    method,
    canonicalPath(signedPath),
    canonicalQuery(query),
    lines,
    signedHeaders.join(';'),
    payloadHash,
  ].join('\n');
}

const canonicalPath = (path: string): string =>
  path
    .split('/')
    .map((part) => encoded(decodeURIComponent(part)))
    .join('/');

function canonicalQuery(query: URLSearchParams): string {
  return [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&');
}

/** As RFC 3986 has it; encodeURIComponent leaves five more signs alone. */
export const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: Buffer | string, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const signingKey = (secret: string, scope: readonly string[]): Buffer =>
  scope.reduce<Buffer>((key, part) => hmac(key, part), Buffer.from(`AWS4${secret}`));
