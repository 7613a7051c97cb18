/** What the store answers when it refuses: status and the code that S3 clients know. */
const failures = {
  AccessDenied: [403, 'Access Denied'],
  AuthorizationHeaderMalformed: [400, 'The authorization header is malformed.'],
  BadDigest: [400, 'The digest you specified did not match what was received.'],
  BucketAlreadyOwnedByYou: [409, 'The bucket is yours already.'],
  EntityTooLarge: [400, 'The object is larger than this store takes.'],
  EntityTooSmall: [400, 'A part that is not the last is smaller than 5 MB.'],
  IncompleteBody: [400, 'The body is not as long as its headers say.'],
  InvalidAccessKeyId: [403, 'The access key you gave does not exist.'],
  InvalidArgument: [400, 'An argument cannot be used.'],
  InvalidBucketName: [400, 'The bucket cannot be called so.'],
  InvalidDigest: [400, 'The digest you specified is none.'],
  InvalidPart: [400, 'A part was not found, or its tag is another one.'],
  InvalidPartOrder: [400, 'The parts are not in ascending order.'],
  InvalidRange: [416, 'The range cannot be satisfied.'],
  InvalidRequest: [400, 'The request cannot be carried out.'],
  MalformedXML: [400, 'The XML is not what is expected here.'],
  MethodNotAllowed: [405, 'The method is not allowed against this resource.'],
  NoSuchBucket: [404, 'The bucket does not exist.'],
  NoSuchKey: [404, 'The key does not exist.'],
  NoSuchUpload: [404, 'The multipart upload does not exist.'],
  NotImplemented: [501, 'This store does not know what was asked.'],
  PreconditionFailed: [412, 'A condition of the request does not hold.'],
  RequestTimeTooSkewed: [403, 'The time of the request is too far from the time of the store.'],
  SignatureDoesNotMatch: [403, 'The signature we calculated is not the one you gave.'],
  XAmzContentSHA256Mismatch: [400, 'x-amz-content-sha256 is not the digest of what was received.'],
} as const satisfies Record<string, readonly [status: number, message: string]>;

export type FailureCode = keyof typeof failures;

export interface S3Failure extends Error {
  s3: { code: FailureCode; status: number };
}

/** Thrown by whatever the store refuses. */
export function s3Failure(code: FailureCode, message?: string): S3Failure {
  const [status, usual] = failures[code];
  return Object.assign(new Error(message ?? usual), { s3: { code, status } });
}

export const isS3Failure = (error: unknown): error is S3Failure => error instanceof Error && 's3' in error;
