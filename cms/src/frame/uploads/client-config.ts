import type { S3ClientConfig } from '@aws-sdk/client-s3';
import type { S3Settings } from '@gangway/config/env';

/** How both Strapi's provider and we reach the store. Stores other than Amazon's name the bucket in the path. */
export const clientConfig = ({ endpoint, region, ...key }: S3Settings): S3ClientConfig => ({
  ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
  region,
  credentials: { accessKeyId: key.accessKeyId, secretAccessKey: key.secretAccessKey },
});
