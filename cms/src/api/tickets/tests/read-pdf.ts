import { inflateSync } from 'node:zlib';

/** What a reader of the PDF finds on a page: its words, and the boxes of its largest path. */
export interface PdfPage {
  text: string;
  /** Dark boxes of the QR code, in modules. */
  code: { x: number; y: number; width: number }[];
}

export interface Pdf {
  pages: PdfPage[];
  /** Names of the embedded fonts: `NotoSans-Bold`. */
  fonts: string[];
  title: string;
}

type Glyphs = Map<string, string>;

/** Reads what pdfkit writes: one object after the other, deflated streams, fonts by glyph with a table to Unicode. */
export function readPdf(bytes: Uint8Array): Pdf {
  const source = Buffer.from(bytes).toString('latin1');
  const objects = new Map(
    [...source.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(
      ([, id = '', body = '']) => [id, body] as const,
    ),
  );
  const pageBodies = [...objects.values()].filter((body) => /\/Type \/Page\b(?!s)/.test(body));
  return {
    pages: pageBodies.map((body) => pageOf(body, objects)),
    fonts: fontNames(objects),
    title: titleOf(objects),
  };
}

const reference = (body: string, name: string) => new RegExp(`/${name} (\\d+) 0 R`).exec(body)?.[1] ?? '';

function streamOf(body: string): string {
  const [, raw = ''] = /stream\n([\s\S]*)\nendstream/.exec(body) ?? [];
  const data = Buffer.from(raw, 'latin1');
  return (body.includes('/FlateDecode') ? inflateSync(data) : data).toString('latin1');
}

function pageOf(body: string, objects: Map<string, string>): PdfPage {
  const resources = objects.get(reference(body, 'Resources')) ?? body;
  const content = streamOf(objects.get(reference(body, 'Contents')) ?? '');
  const [, listed = ''] = /\/Font <<([\s\S]*?)>>/.exec(resources) ?? [];
  const fonts = new Map(
    [...listed.matchAll(/\/(\S+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [
      name,
      glyphsOf(streamOf(objects.get(reference(objects.get(id) ?? '', 'ToUnicode')) ?? '')),
    ]),
  );
  return { text: textOf(content, fonts), code: boxesOf(content) };
}

/** Words of one line of the PDF follow one another, lines are parted by a space. */
function textOf(content: string, fonts: Map<string, Glyphs>): string {
  const parts: string[] = [];
  let font: Glyphs | undefined;
  for (const [, name, shown] of content.matchAll(/\/(\S+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (name !== undefined) font = fonts.get(name);
    if (shown !== undefined) parts.push(decoded(shown, font));
  }
  return parts.join('').replace(/\s+/g, ' ');
}

function decoded(shown: string, font: Glyphs | undefined): string {
  const glyphs = [...shown.matchAll(/<([0-9a-f]+)>/gi)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
  return glyphs.map((glyph) => font?.get(glyph.toLowerCase()) ?? '\ufffd').join('');
}

/** pdfkit writes ranges over all glyphs, ligatures among them: `<0000> <0010> [<0000> <0041> <0066 0066> …]`. */
function glyphsOf(table: string): Glyphs {
  const ranges = [...table.matchAll(/<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/gi)];
  return new Map(
    ranges.flatMap(([, first = '', list = '']) =>
      [...list.matchAll(/<([0-9a-f ]*)>/gi)].map(([, hex = ''], index) => {
        const glyph = (parseInt(first, 16) + index).toString(16).padStart(4, '0');
        return [glyph, Buffer.from(hex.replace(/ /g, ''), 'hex').swap16().toString('utf16le')] as const;
      }),
    ),
  );
}

/** Paths of horizontal boxes, one module high, of the drawing that has most of them. */
function boxesOf(content: string): PdfPage['code'] {
  const drawings = content.split(/\nf\*?\n/).map((drawing) =>
    [...drawing.matchAll(/([\d.]+) ([\d.]+) m\n([\d.]+) \2 l\n\3 ([\d.]+) l\n/g)].map((numbers) => {
      const [x = 0, y = 0, right = 0, below = 0] = numbers.slice(1).map(Number);
      return { x, y, width: right - x, module: below - y };
    }),
  );
  return inModules(drawings.sort((one, other) => other.length - one.length)[0] ?? []);
}

const quietZone = 4;

/** The boxes stand anywhere on the page, in points. */
function inModules(boxes: { x: number; y: number; width: number; module: number }[]): PdfPage['code'] {
  const [left, top] = [Math.min(...boxes.map(({ x }) => x)), Math.min(...boxes.map(({ y }) => y))];
  return boxes.map(({ x, y, width, module }) => ({
    x: Math.round((x - left) / module) + quietZone,
    y: Math.round((y - top) / module) + quietZone,
    width: Math.round(width / module),
  }));
}

function fontNames(objects: Map<string, string>): string[] {
  const embedded = [...objects.values()].filter((body) => /\/FontFile2 \d+ 0 R/.test(body));
  return embedded.map((body) => /\/FontName \/[A-Z]+\+(\S+)/.exec(body)?.[1] ?? '').sort();
}

function titleOf(objects: Map<string, string>): string {
  const info = [...objects.values()].find((body) => /\/Producer \d+ 0 R/.test(body)) ?? '';
  const [, written = ''] = /^\(([\s\S]*)\)$/.exec(objects.get(reference(info, 'Title')) ?? '') ?? [];
  const text = unescaped(written);
  // ASCII stands as it is, all else in UTF-16 behind its mark.
  return text.startsWith('\u00fe\u00ff')
    ? Buffer.from(text.slice(2), 'latin1').swap16().toString('utf16le')
    : text;
}

const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

const unescaped = (written: string) =>
  written.replace(/\\([\s\S])/g, (_, sign: string) => escapes[sign] ?? sign);
