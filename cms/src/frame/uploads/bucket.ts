import { GetObjectCommand, S3Client } from '@aws-sdk/client-s3';
import type { Readable } from 'node:stream';
import type { S3Settings } from '@gangway/config/env';
import { clientConfig } from './client-config.ts';

/** A picture as the bucket gives it, unread. */
export interface BucketPicture {
  etag: string | undefined;
  length: number | undefined;
  bytes: Readable;
}

/** `unchanged`: whoever asks has it already. */
export type BucketAnswer = BucketPicture | 'unchanged' | 'missing';

export interface Bucket {
  picture: (asked: { key: string; known: string | undefined }) => Promise<BucketAnswer>;
}

export function openBucket(settings: S3Settings): Bucket {
  const client = new S3Client(clientConfig(settings));
  return {
    picture: async ({ key, known }) => {
      const wanted = new GetObjectCommand({ Bucket: settings.bucket, Key: key, IfNoneMatch: known });
      try {
        const { ETag: etag, ContentLength: length, Body } = await client.send(wanted);
        return { etag, length, bytes: Body as Readable };
      } catch (error) {
        return withoutPicture(error);
      }
    },
  };
}

/**
 * Who may not list a bucket is told 403 for what is not there. The status is asked, not the class: an answer without a
 * body (304) does not always come as an exception of the client's own.
 */
function withoutPicture(error: unknown): BucketAnswer {
  const status = (error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode;
  if (status === 304) return 'unchanged';
  if (status === 404 || status === 403) return 'missing';
  throw error;
}
