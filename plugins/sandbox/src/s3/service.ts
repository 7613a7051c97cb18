import { mkdtempSync, rmSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineSandboxService } from '@gangway/kit';
import type { SandboxService } from '@gangway/kit';
import { pageLocale } from '../page-locale.ts';
import { send, sendPage } from '../respond.ts';
import { objectsPage } from './pages.ts';
import { openParts } from './parts.ts';
import { readS3Request } from './s3-request.ts';
import { openShelf } from './shelf.ts';
import type { Shelf } from './shelf.ts';
import type { StoreKey } from './signature.ts';
import { answerS3 } from './store.ts';

export interface S3SandboxSettings {
  key: StoreKey;
  region: string;
  /** Buckets that somebody made before us. */
  buckets: readonly string[];
}

/** An S3 store as a service of the sandbox: strict about signatures and digests, its objects on disk. */
export function s3Sandbox({ key, region, buckets }: S3SandboxSettings): SandboxService {
  const closers: (() => void)[] = [];
  return defineSandboxService({
    id: 's3',
    title: { ru: 'Хранилище S3', en: 'S3 store', zh: 'S3 存储' },
    summary: {
      ru: 'Картинки, загруженные в медиатеку, когда задан S3_BUCKET: ключи, размеры, сами файлы.',
      en: 'Pictures uploaded to the media library when S3_BUCKET is set: keys, sizes, the files themselves.',
      zh: '设置 S3_BUCKET 后上传到媒体库的图片：键、大小和文件本身。',
    },
    mount({ path, folder, journal }) {
      const shelf = openShelf(folder ?? temporary(closers));
      for (const bucket of buckets) shelf.create(bucket);
      const store = { path, key, region, shelf, parts: openParts(), journal };
      return async (request, response) => {
        if (isForPeople(request)) return showPeople({ request, response, path, shelf });
        return answerS3(store, request, response);
      };
    },
    close: async () => closers.splice(0).forEach((close) => close()),
  });
}

function temporary(closers: (() => void)[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'gangway-s3-'));
  closers.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A bucket cannot be called "-", and clients of S3 never ask for the root without a signature. */
const isForPeople = ({ method, url = '/', headers }: IncomingMessage): boolean =>
  method === 'GET' && (/^\/-\//.test(url) || (/^\/(\?|$)/.test(url) && headers.authorization === undefined));

interface Visit {
  request: IncomingMessage;
  response: ServerResponse;
  path: string;
  shelf: Shelf;
}

function showPeople({ request, response, path, shelf }: Visit): void {
  const { key, query } = readS3Request(request, path);
  if (key !== '') return showObject({ response, shelf, place: key });
  const locale = pageLocale(query, request.headers['accept-language']);
  const buckets = shelf.buckets().map((name) => ({ name, objects: shelf.list(name) }));
  sendPage(response, objectsPage({ locale, path, buckets }));
}

const shown = /^image\/(avif|gif|jpeg|png|webp)$/;

function showObject({
  response,
  shelf,
  place,
}: {
  response: ServerResponse;
  shelf: Shelf;
  place: string;
}): void {
  const [bucket = '', ...rest] = place.split('/');
  const facts = shelf.facts(bucket, rest.join('/'));
  if (!facts) return send(response, { status: 404, type: 'text/plain', text: 'There is no such object.' });
  const type = shown.test(facts.type) ? facts.type : 'application/octet-stream';
  response.writeHead(200, {
    'content-type': type,
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
  response.end(shelf.bytes(bucket, facts.key));
}
