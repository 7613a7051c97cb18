import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateBucketCommand,
  CreateMultipartUploadCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  GetObjectCommand,
  HeadBucketCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectAclCommand,
  PutObjectCommand,
  S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import type { S3ClientConfig } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { MountContext } from '@gangway/kit';
import { s3Sandbox } from './service.ts';

const key = { accessKeyId: 'GANGWAYTEST', secretAccessKey: 'a-secret-of-this-test' };
const bucket = 'harbour-pictures';
const closers: (() => Promise<unknown>)[] = [];
const entries: Record<string, unknown>[] = [];
let folder: string;
let endpoint: string;
let client: S3Client;

/** The store as the sandbox mounts it: everything below `/s3`. */
async function open(kept: string | undefined): Promise<string> {
  const service = s3Sandbox({ key, region: 'eu-north-1', buckets: [bucket] });
  const context = { path: '/s3', folder: kept, journal: (entry: object) => void entries.push({ ...entry }) };
  const handle = await service.mount(context as MountContext);
  const server = createServer((request, response) => {
    request.url = (request.url ?? '').replace(/^\/s3/, '') || '/';
    void handle(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    await service.close?.();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/s3`;
}

const clientFor = (changes: S3ClientConfig = {}) => {
  const made = new S3Client({
    ...{ endpoint, region: 'eu-north-1', forcePathStyle: true, credentials: key, maxAttempts: 1 },
    ...changes,
  });
  closers.push(async () => made.destroy());
  return made;
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'gangway-s3-test-'));
  endpoint = await open(folder);
  client = clientFor();
});

afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
  rmSync(folder, { recursive: true, force: true });
});

const put = (name: string, body: string | Buffer = 'ahoy') =>
  client.send(new PutObjectCommand({ Bucket: bucket, Key: name, Body: body, ContentType: 'image/webp' }));
const text = async (name: string, of = client) =>
  (await of.send(new GetObjectCommand({ Bucket: bucket, Key: name }))).Body?.transformToString();

/** What the client threw: the code of the answer and its status. */
async function refusal(work: Promise<unknown>): Promise<[string, number | undefined]> {
  try {
    await work;
  } catch (error) {
    const { name, $metadata } = error as { name: string; $metadata?: { httpStatusCode?: number } };
    return [name, $metadata?.httpStatusCode];
  }
  return ['nothing was thrown', undefined];
}

describe('an object in the store', () => {
  it('comes back as it was put, with type, length, tag and checksum', async () => {
    const stored = await put('pier.webp');
    const found = await client.send(
      new GetObjectCommand({ Bucket: bucket, Key: 'pier.webp', ChecksumMode: 'ENABLED' }),
    );
    expect(await found.Body?.transformToString()).toBe('ahoy');
    expect(found).toMatchObject({ ContentType: 'image/webp', ContentLength: 4, ETag: stored.ETag });
    expect(stored.ETag).toBe(`"${createHash('md5').update('ahoy').digest('hex')}"`);
    expect(found.ChecksumCRC32).toBe(stored.ChecksumCRC32);
    expect(stored.ChecksumCRC32).toMatch(/^.{6}==$/);
  });

  it.each(['with space.webp', 'a+b&c=d.webp', 'плавание/夜 (1)*!.webp', "it's.webp", '50%25.webp'])(
    'may be called %s',
    async (name) => {
      await put(name);
      expect(await text(name)).toBe('ahoy');
      const { Contents } = await client.send(new ListObjectsV2Command({ Bucket: bucket }));
      expect(Contents?.map(({ Key }) => Key)).toEqual([name]);
    },
  );

  it('is still there after a restart', async () => {
    await put('pier.webp');
    endpoint = await open(folder);
    expect(await text('pier.webp', clientFor())).toBe('ahoy');
  });

  it('is told about without its bytes, and not sent again to whoever has it', async () => {
    const { ETag } = await put('pier.webp');
    const wanted = { Bucket: bucket, Key: 'pier.webp' };
    expect(await client.send(new HeadObjectCommand(wanted))).toMatchObject({ ContentLength: 4, ETag });
    const again = client.send(new GetObjectCommand({ ...wanted, IfNoneMatch: ETag }));
    expect((await refusal(again))[1]).toBe(304);
  });

  it('is given in part', async () => {
    await put('pier.webp');
    const part = (Range: string) =>
      client.send(new GetObjectCommand({ Bucket: bucket, Key: 'pier.webp', Range }));
    const found = await part('bytes=1-2');
    expect([await found.Body?.transformToString(), found.ContentRange]).toEqual(['ho', 'bytes 1-2/4']);
    expect(await (await part('bytes=-1')).Body?.transformToString()).toBe('y');
    expect(await refusal(part('bytes=9-'))).toEqual(['InvalidRange', 416]);
  });

  it('is gone when deleted, one or several, and deleting it again is no mistake', async () => {
    for (const name of ['a', 'b', 'c']) await put(name);
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'a' }));
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: 'a' }));
    const Objects = [{ Key: 'b' }, { Key: 'никогда' }];
    const { Deleted } = await client.send(new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects } }));
    expect(Deleted?.map(({ Key }) => Key)).toEqual(['b', 'никогда']);
    const { Contents } = await client.send(new ListObjectsV2Command({ Bucket: bucket }));
    expect(Contents?.map(({ Key }) => Key)).toEqual(['c']);
  });

  it('is not there: NoSuchKey, and a bucket that is not there: NoSuchBucket', async () => {
    expect(await refusal(text('nowhere.webp'))).toEqual(['NoSuchKey', 404]);
    const elsewhere = new PutObjectCommand({ Bucket: 'no-such-bucket', Key: 'a', Body: 'b' });
    expect(await refusal(client.send(elsewhere))).toEqual(['NoSuchBucket', 404]);
  });

  it('is not written over where the client forbids it', async () => {
    const once = () =>
      client.send(new PutObjectCommand({ Bucket: bucket, Key: 'a', Body: 'first', IfNoneMatch: '*' }));
    await once();
    expect(await refusal(once())).toEqual(['PreconditionFailed', 412]);
  });
});

describe('a body in pieces', () => {
  const stream = (size: number) => Readable.from([Buffer.alloc(size, 'a'), Buffer.alloc(9, 'b')]);

  it('is put together, its checksum behind it', async () => {
    const Body = stream(70_000);
    const wanted = { Bucket: bucket, Key: 'stream', Body, ContentLength: 70_009 };
    await client.send(new PutObjectCommand({ ...wanted, ChecksumAlgorithm: 'SHA256' }));
    expect((await text('stream'))?.endsWith('abbbbbbbbb')).toBe(true);
  });

  it('comes in parts when it is large, and becomes one object', async () => {
    const params = { Bucket: bucket, Key: 'large', Body: stream(11 * 1024 * 1024) };
    const { ETag } = await new Upload({ client, params }).done();
    expect(ETag).toMatch(/^"[0-9a-f]{32}-3"$/);
    const { ContentLength } = await client.send(new HeadObjectCommand({ Bucket: bucket, Key: 'large' }));
    expect(ContentLength).toBe(11 * 1024 * 1024 + 9);
  });

  const begun = async () => {
    const wanted = { Bucket: bucket, Key: 'parts' };
    const { UploadId } = await client.send(new CreateMultipartUploadCommand(wanted));
    const part = async (PartNumber: number) => {
      const { ETag } = await client.send(
        new UploadPartCommand({ ...wanted, UploadId, PartNumber, Body: 'x' }),
      );
      return { PartNumber, ETag };
    };
    const complete = (Parts: { PartNumber: number; ETag: string | undefined }[]) =>
      client.send(new CompleteMultipartUploadCommand({ ...wanted, UploadId, MultipartUpload: { Parts } }));
    return { wanted: { ...wanted, UploadId }, part, complete };
  };

  it('is refused with parts too small, unknown or in the wrong order', async () => {
    const { part, complete } = await begun();
    const [first, second] = [await part(1), await part(2)];
    expect(await refusal(complete([first, second]))).toEqual(['EntityTooSmall', 400]);
    expect(await refusal(complete([second, first]))).toEqual(['InvalidPartOrder', 400]);
    expect(await refusal(complete([{ ...first, ETag: '"0"' }]))).toEqual(['InvalidPart', 400]);
    await complete([second]);
    expect(await text('parts')).toBe('x');
  });

  it('is forgotten when it is broken off', async () => {
    const { wanted, part, complete } = await begun();
    const first = await part(1);
    await client.send(new AbortMultipartUploadCommand(wanted));
    expect(await refusal(complete([first]))).toEqual(['NoSuchUpload', 404]);
    expect(await refusal(text('parts'))).toEqual(['NoSuchKey', 404]);
  });
});

describe('a list of objects', () => {
  it('goes by key, with folders, and goes on where it stopped', async () => {
    for (const name of ['b/1', 'a', 'b/2', 'c']) await put(name);
    const list = (changes: object) => client.send(new ListObjectsV2Command({ Bucket: bucket, ...changes }));
    const folders = await list({ Delimiter: '/' });
    expect(folders.Contents?.map(({ Key }) => Key)).toEqual(['a', 'c']);
    expect(folders.CommonPrefixes).toEqual([{ Prefix: 'b/' }]);
    expect((await list({ Prefix: 'b/' })).Contents?.map(({ Key }) => Key)).toEqual(['b/1', 'b/2']);
    const first = await list({ MaxKeys: 3 });
    expect([first.IsTruncated, first.KeyCount]).toEqual([true, 3]);
    const rest = await list({ ContinuationToken: first.NextContinuationToken });
    expect(rest.Contents?.map(({ Key }) => Key)).toEqual(['c']);
  });
});

describe('a bucket', () => {
  it('is made once, under a name that buckets have', async () => {
    const make = (Bucket: string) => client.send(new CreateBucketCommand({ Bucket }));
    expect((await refusal(client.send(new HeadBucketCommand({ Bucket: 'second' }))))[1]).toBe(404);
    await make('second');
    await client.send(new HeadBucketCommand({ Bucket: 'second' }));
    expect(await refusal(make('second'))).toEqual(['BucketAlreadyOwnedByYou', 409]);
    expect(await refusal(make('Über'))).toEqual(['InvalidBucketName', 400]);
  });
});

describe('a stranger', () => {
  const asking = (changes: S3ClientConfig) => refusal(text('pier.webp', clientFor(changes)));

  it.each([
    ['another secret', { credentials: { ...key, secretAccessKey: 'guessed' } }, 'SignatureDoesNotMatch', 403],
    ['an unknown key', { credentials: { ...key, accessKeyId: 'NOBODY' } }, 'InvalidAccessKeyId', 403],
    ['another region', { region: 'eu-south-2' }, 'AuthorizationHeaderMalformed', 400],
    ['a clock twenty minutes slow', { systemClockOffset: -20 * 60_000 }, 'RequestTimeTooSkewed', 403],
  ] as const)('with %s is refused', async (_what, changes, code, status) => {
    await put('pier.webp');
    expect(await asking(changes)).toEqual([code, status]);
    expect(entries.at(-1)).toMatchObject({ what: 'refused', code });
  });

  it('without a signature is refused', async () => {
    await put('pier.webp');
    const answer = await fetch(`${endpoint}/${bucket}/pier.webp`);
    expect([answer.status, await answer.text()]).toEqual([
      403,
      expect.stringContaining('<Code>AccessDenied</Code>'),
    ]);
  });

  it('who changes what was signed is refused', async () => {
    const middle = clientFor();
    middle.middlewareStack.add(
      (next) => (args) => {
        const { headers } = args.request as { headers: Record<string, string> };
        headers['x-amz-acl'] = 'public-read';
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low' },
    );
    const work = middle.send(new PutObjectCommand({ Bucket: bucket, Key: 'a', Body: 'b' }));
    expect(await refusal(work)).toEqual(['AccessDenied', 403]);
  });
});

describe('an address that was signed', () => {
  const signed = (signingDate = new Date()) =>
    getSignedUrl(client, new GetObjectCommand({ Bucket: bucket, Key: 'a b.webp' }), {
      expiresIn: 60,
      signingDate,
    });

  it('opens the object and nothing else', async () => {
    await put('a b.webp');
    await put('c.webp');
    const url = await signed();
    expect(await (await fetch(url)).text()).toBe('ahoy');
    expect((await fetch(url.replace('a%20b.webp', 'c.webp'))).status).toBe(403);
    expect((await fetch(url, { method: 'DELETE' })).status).toBe(403);
  });

  it('opens nothing when its time is over', async () => {
    await put('a b.webp');
    const answer = await fetch(await signed(new Date(Date.now() - 61_000)));
    expect([answer.status, await answer.text()]).toEqual([
      403,
      expect.stringContaining('Request has expired'),
    ]);
  });
});

describe('a body that is not what was announced', () => {
  /** Sends what was signed, with other bytes. */
  async function swapped(headers: Record<string, string>, sent: string) {
    const other = clientFor({ requestChecksumCalculation: 'WHEN_REQUIRED' });
    other.middlewareStack.add(
      (next) => (args) => {
        Object.assign((args.request as { headers: object }).headers, headers);
        return next(args);
      },
      { step: 'build' },
    );
    other.middlewareStack.add(
      (next) => (args) => {
        Object.assign(args.request as object, { body: sent });
        return next(args);
      },
      { step: 'finalizeRequest', priority: 'low' },
    );
    return refusal(other.send(new PutObjectCommand({ Bucket: bucket, Key: 'a', Body: 'ahoy' })));
  }

  const md5 = (of: string) => createHash('md5').update(of).digest('base64');

  it.each([
    ['the digest that was signed', {}, 'XAmzContentSHA256Mismatch'],
    ['content-md5', { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD', 'content-md5': md5('ahoy') }, 'BadDigest'],
    [
      'a content-md5 that is none',
      { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD', 'content-md5': 'x' },
      'InvalidDigest',
    ],
    [
      'its crc32',
      { 'x-amz-content-sha256': 'UNSIGNED-PAYLOAD', 'x-amz-checksum-crc32': 'AAAAAA==' },
      'BadDigest',
    ],
    [
      'the length in pieces',
      {
        'x-amz-content-sha256': 'STREAMING-UNSIGNED-PAYLOAD-TRAILER',
        'x-amz-decoded-content-length': '4',
        'content-encoding': 'aws-chunked',
      },
      'IncompleteBody',
    ],
  ])('is refused for %s', async (_what, headers, code) => {
    expect(await swapped(headers, 'hoya')).toEqual([code, 400]);
    expect(await refusal(text('a'))).toEqual(['NoSuchKey', 404]);
  });
});

describe('what this store does not do', () => {
  it('is said so', async () => {
    const acl = new PutObjectAclCommand({ Bucket: bucket, Key: 'a', ACL: 'private' });
    expect(await refusal(client.send(acl))).toEqual(['NotImplemented', 501]);
  });
});

describe('the page of the store', () => {
  it('lists the objects in three languages and shows a picture', async () => {
    await put('pier <1>.webp');
    const page = await (await fetch(`${endpoint}/?locale=en`)).text();
    expect(page).toContain('<h1>Store</h1>');
    expect(page).toContain('href="/s3/?locale=zh"');
    expect(page).toContain('pier &lt;1&gt;.webp');
    expect(await (await fetch(`${endpoint}/?locale=zh`)).text()).toContain('对象存储');
    const [, address = ''] = /href="\/s3(\/-\/[^"]+)"/.exec(page) ?? [];
    const picture = await fetch(endpoint + address);
    expect([picture.headers.get('content-type'), await picture.text()]).toEqual(['image/webp', 'ahoy']);
    expect((await fetch(`${endpoint}/-/${bucket}/nothing`)).status).toBe(404);
  });

  it('never lets a browser run what lies in the store', async () => {
    const Body = '<script>alert(1)</script>';
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: 'page', Body, ContentType: 'text/html' }));
    const { headers } = await fetch(`${endpoint}/-/${bucket}/page`);
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});
