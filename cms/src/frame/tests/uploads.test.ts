import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Locale } from '@gangway/kit';
import { asStaff, staffMember, unique } from '../../../tests/support/staff.ts';

interface Sent {
  bytes: Buffer | string;
  name: string;
  type?: string;
  language?: Locale;
  /** Id of the file to replace. */
  id?: number;
}

interface Stored {
  id: number;
  name: string;
  url: string;
  ext: string;
  mime: string;
  width: number;
  height: number;
}

type Refusal = { message?: string; details?: { code?: string } };
type Answer = { status: number; body: Stored[] & Stored; message?: string; code?: string };

const editor = (language: Locale = 'en') => staffMember({ sections: { catalog: 'act' }, language });

const script = '<script>alert(document.cookie)</script>';
const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">${script}</svg>`;

async function send({ bytes, name, type = 'image/png', language, id }: Sent): Promise<Answer> {
  return sendAll([{ bytes, name, type }], { language, query: id === undefined ? '' : `?id=${id}` });
}

interface Manner {
  language?: Locale | undefined;
  query?: string;
}

async function sendAll(files: Sent[], { language, query = '' }: Manner = {}): Promise<Answer> {
  const { token } = await editor(language);
  const body = new FormData();
  for (const { bytes, name, type } of files) body.append('files', blob(bytes, type), name);
  const headers = { authorization: `Bearer ${token}`, 'accept-language': language ?? 'en' };
  const response = await fetch(`${baseUrl}/upload${query}`, { method: 'POST', headers, body });
  const answer = (await response.json()) as Answer['body'] & { error?: Refusal };
  const { message, details } = answer.error ?? {};
  return { status: response.status, body: answer, message, code: details?.code };
}

const blob = (bytes: Buffer | string, type?: string) => new Blob([bytes as string], type ? { type } : {});

type Format = 'png' | 'jpeg' | 'webp' | 'avif' | 'gif';

const blank = (width = 40, height = 20) =>
  sharp({ create: { width, height, channels: 3, background: '#136' } });

const picture = (format: Format) => blank().toFormat(format).toBuffer();

/** Lies on its side, says where it was taken, and by whom. */
const photograph = () =>
  blank()
    .withExif({ IFD0: { Artist: 'Secret Artist', Orientation: '6' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

const onDisk = (url: string) => join(strapi.dirs.static.public, url);
const stored = (url: string) => readFile(onDisk(url));
const libraryCount = () => strapi.db.query('plugin::upload.file').count();

describe('what is sent to the media library', () => {
  it.each([
    ['a page', 'page.html', 'text/html', script],
    ['a program', 'code.js', 'text/javascript', 'alert(1)'],
    ['a drawing with a program', 'drawing.svg', 'image/svg+xml', svg],
    ['a page that calls itself a picture', 'page.png', 'image/png', script],
    ['a drawing that calls itself a picture', 'drawing.webp', 'image/webp', svg],
    ['a page without a type', 'page', 'application/octet-stream', script],
  ])('is refused with a sentence when it is %s', async (_what, name, type, bytes) => {
    const before = await libraryCount();
    const { status, code, message } = await send({ bytes, name, type });
    expect({ status, code }).toEqual({ status: 400, code: 'NOT_A_PICTURE' });
    expect(message).toBe(`Only JPEG, PNG, WebP and AVIF pictures are accepted: “${name}” is not one.`);
    expect(await libraryCount()).toBe(before);
  });

  it('is refused in the language of the panel', async () => {
    const ask = async (language: Locale) => (await send({ bytes: script, name: 'a.png', language })).message;
    expect(await ask('ru')).toMatch(/^Принимаются только картинки/);
    expect(await ask('zh')).toMatch(/^仅接受/);
  });

  it('is refused when a picture goes by the name of a page', async () => {
    const { status, code } = await send({
      bytes: await picture('png'),
      name: 'picture.html',
      type: 'image/png',
    });
    expect({ status, code }).toEqual({ status: 400, code: 'NOT_A_PICTURE' });
  });

  it('is refused as a whole when one file of several is no picture', async () => {
    const before = await libraryCount();
    const files = [
      { bytes: await picture('png'), name: 'good.png', type: 'image/png' },
      { bytes: script, name: 'bad.png', type: 'image/png' },
    ];
    expect(await sendAll(files)).toMatchObject({ status: 400, code: 'NOT_A_PICTURE' });
    expect(await libraryCount()).toBe(before);
  });

  it('is refused when a gif', async () => {
    const sent = { bytes: await picture('gif'), name: 'a.gif', type: 'image/gif' };
    expect(await send(sent)).toMatchObject({ status: 400, code: 'NOT_A_PICTURE' });
  });

  it('is refused when a picture ends early', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 30 } as const;
    const create = { width: 300, height: 300, channels: 3, background: '#000', noise } as const;
    const whole = await sharp({ create }).png().toBuffer();
    const half = whole.subarray(0, whole.length / 2);
    const { status, code } = await send({ bytes: half, name: 'half.png' });
    expect({ status, code }).toEqual({ status: 400, code: 'BROKEN_PICTURE' });
  });

  it('is refused when it has more pixels than anybody can look at', async () => {
    const bytes = await blank(9000, 6000).png().toBuffer();
    expect(await send({ bytes, name: 'wide.png' })).toMatchObject({ status: 400, code: 'TOO_MANY_PIXELS' });
  });

  it('is refused with a sentence when it is too big, alone or together', async () => {
    const sentence = 'Pictures of up to 25 MB at a time are accepted.';
    const alone = { bytes: Buffer.alloc(26 * 1024 * 1024), name: 'big.png', type: 'image/png' };
    expect(await send(alone)).toMatchObject({ status: 413, message: sentence });
    const half = { bytes: Buffer.alloc(14 * 1024 * 1024), name: 'half.png', type: 'image/png' };
    expect(await sendAll([half, half])).toMatchObject({ status: 413, message: sentence });
  });
});

describe('a picture in the media library', () => {
  it.each([
    ['png', 'png'],
    ['jpeg', 'jpeg'],
    ['webp', 'webp'],
    ['avif', 'webp'],
  ] as const)('is accepted as %s and kept as %s', async (format, kept) => {
    const sent = { bytes: await picture(format), name: `picture.${format}`, type: `image/${format}` };
    const { status, body } = await send(sent);
    expect(status).toBe(201);
    const [file] = body as Stored[];
    expect(file).toMatchObject({ mime: `image/${kept}`, width: 40, height: 20 });
    expect((await fetch(baseUrl + file?.url)).headers.get('content-type')).toBe(`image/${kept}`);
  });

  it('is upright and tells nothing about who took it', async () => {
    const bytes = await photograph();
    expect(bytes.includes('Secret Artist')).toBe(true);
    const [file] = (await send({ bytes, name: 'photo.jpg', type: 'image/jpeg' })).body;
    const kept = await stored(file?.url ?? '');
    const { exif, width, height, orientation } = await sharp(kept).metadata();
    expect({ exif, orientation, width, height }).toEqual({ width: 20, height: 40 });
    expect(kept.includes('Secret Artist')).toBe(false);
  });

  it('holds nothing that was hidden behind it', async () => {
    const bytes = Buffer.concat([await picture('png'), Buffer.from(script)]);
    const { status, body } = await send({ bytes, name: 'both.png' });
    expect(status).toBe(201);
    expect((await stored(body[0]?.url ?? '')).includes('script')).toBe(false);
  });

  it('is named after what it is', async () => {
    const [file] = (await send({ bytes: await picture('jpeg'), name: 'photo.png', type: 'image/png' })).body;
    expect(file).toMatchObject({ name: 'photo.jpg', ext: '.jpg', mime: 'image/jpeg' });
    expect(file?.url).toMatch(/\.jpg$/);
  });

  it('is replaced by a picture only, of the same format and drawn anew', async () => {
    const [old] = (await send({ bytes: await picture('png'), name: 'old.png' })).body;
    const { id, url } = old as Stored;
    expect(await send({ id, bytes: script, name: 'new.png' })).toMatchObject({ code: 'NOT_A_PICTURE' });
    const bytes = Buffer.concat([await photograph(), Buffer.from(script)]);
    const { status, body } = await send({ id, bytes, name: 'new.jpg', type: 'image/jpeg' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ id, ext: '.png', mime: 'image/png' });
    const kept = await stored(url);
    expect((await sharp(kept).metadata()).format).toBe('png');
    expect(kept.includes('script')).toBe(false);
  });

  it('is drawn anew whoever hands it over', async () => {
    const name = unique('page');
    const filepath = join(strapi.dirs.static.public, `${name}.png`);
    await writeFile(filepath, script);
    const file = { filepath, originalFilename: `${name}.png`, mimetype: 'image/png', size: script.length };
    const upload = strapi.plugin('upload').service('upload').upload({ data: {}, files: file });
    await expect(upload).rejects.toThrow(/JPEG, PNG, WebP/);
    await rm(filepath);
  });
});

describe('the variants of a picture', () => {
  const fileOf = (id: number) =>
    strapi.db.query('plugin::upload.file').findOne({ where: { id } }) as Promise<{
      focalPoint: object | null;
      formats: Record<
        string,
        { url: string; width: number; height: number; mime: string; sizeInBytes: number }
      >;
    }>;
  const wide = () => blank(1000, 500).jpeg().toBuffer();
  const sent = async () =>
    (await send({ bytes: await wide(), name: 'wide.jpg', type: 'image/jpeg' })).body[0];

  it('are what their address, type and size say, in AVIF and WebP', async () => {
    const { formats } = await fileOf((await sent())?.id ?? 0);
    const { thumbnail, ...variants } = formats;
    expect(thumbnail?.mime).toBe('image/jpeg');
    const [avif, webp] = ['avif', 'webp'].map((format) =>
      [400, 800, 1000].map((width) => `${format}${width}`),
    );
    expect(Object.keys(variants).toSorted()).toEqual([...(avif ?? []), ...(webp ?? [])].toSorted());
    for (const { url, width, height, mime, sizeInBytes } of Object.values(variants)) {
      const bytes = await stored(url);
      const found = await sharp(bytes).metadata();
      expect(height).toBe(width / 2);
      expect([found.width, found.height, bytes.length]).toEqual([width, height, sizeInBytes]);
      expect((await fetch(baseUrl + url)).headers.get('content-type')).toBe(mime);
    }
  });

  it('keep a clear background', async () => {
    const create = { width: 500, height: 300, channels: 4, background: '#13600080' } as const;
    const [file] = (await send({ bytes: await sharp({ create }).png().toBuffer(), name: 'mark.png' })).body;
    const { formats } = await fileOf(file?.id ?? 0);
    for (const key of ['avif400', 'webp400'])
      expect((await sharp(await stored(formats[key]?.url ?? '')).metadata()).hasAlpha).toBe(true);
  });

  it('follow when the picture is replaced by a narrower one, and go with it', async () => {
    const { id } = (await sent()) as Stored;
    const before = await fileOf(id);
    const narrow = await blank(300, 150).jpeg().toBuffer();
    await send({ id, bytes: narrow, name: 'narrow.jpg', type: 'image/jpeg' });
    const { formats } = await fileOf(id);
    expect(Object.keys(formats).toSorted()).toEqual(['avif300', 'thumbnail', 'webp300']);
    await expect(stored(before.formats.avif800?.url ?? '')).rejects.toThrow('ENOENT');
    const member = await editor();
    expect((await asStaff(member, { method: 'DELETE', path: `/upload/files/${id}` })).status).toBe(200);
    await expect(stored(formats.avif300?.url ?? '')).rejects.toThrow('ENOENT');
  });
});

describe('routes of the library', () => {
  it.each([
    '/upload/actions/upload-from-urls',
    '/upload/actions/generate-ai-metadata',
    '/upload/ai-metadata-jobs',
  ])('do not include %s', async (path) => {
    const { status } = await asStaff(await editor(), { method: 'POST', path, body: {} });
    expect([404, 405]).toContain(status);
  });

  it('let the words about a picture change', async () => {
    const [file] = (await send({ bytes: await picture('png'), name: 'a.png' })).body;
    const { token } = await editor();
    const body = new FormData();
    body.append('fileInfo', JSON.stringify({ alternativeText: 'A pier' }));
    const headers = { authorization: `Bearer ${token}` };
    const response = await fetch(`${baseUrl}/upload?id=${file?.id}`, { method: 'POST', headers, body });
    expect(await response.json()).toMatchObject({ id: file?.id, alternativeText: 'A pier' });
  });
});

describe('what is served under /uploads', () => {
  const lies = async (name: string, bytes: string) => {
    await mkdir(onDisk('/uploads'), { recursive: true });
    await writeFile(onDisk(`/uploads/${name}`), bytes);
    return name;
  };

  const harmless = {
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  };

  it('runs nothing and is taken for nothing else', async () => {
    const name = await lies(`${unique('old')}.png`, script);
    const response = await fetch(`${baseUrl}/uploads/${name}`);
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({ ...harmless, 'content-type': 'image/png' });
  });

  it.each(['html', 'svg', 'js', 'xml', 'pdf'])('is never %s, by whatever address', async (extension) => {
    const name = await lies(`${unique('old')}.${extension}`, svg);
    for (const folder of [
      '/uploads/',
      '//uploads/',
      '/%75ploads/',
      '/uploads%2f',
      '/uploads//',
      '/a/..%2fuploads/',
    ]) {
      const response = await fetch(baseUrl + folder + name);
      expect({ folder, status: response.status }).toEqual({ folder, status: 404 });
      expect(await response.text()).not.toContain('script');
      expect(Object.fromEntries(response.headers)).toMatchObject(harmless);
    }
    await rm(onDisk(`/uploads/${name}`));
  });
});
