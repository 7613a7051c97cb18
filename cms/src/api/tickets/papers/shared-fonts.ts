import { readFileSync } from 'node:fs';
import { fontkit } from './fontkit.ts';
import type { Font, Format, GlyphRun } from './fontkit.ts';

const sign = 'gangway-font:';

/** So many words of a font are kept set; then it begins anew. */
const mostWords = 2_000;

const opened = new Map<string, Font>();

/**
 * Bytes that stand for a font file. pdfkit hands them to fontkit as it would hand the file's own, and all documents of
 * this thread get the same font: parsing Noto Sans anew is three quarters of what a page costs.
 */
export const sharedFont = (file: string): Buffer => Buffer.from(`${sign}${file}`);

const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString();

fontkit.registerFormat(
  Object.assign(
    function (this: unknown, { buffer }: { buffer: Uint8Array }) {
      return openOnce(textOf(buffer).slice(sign.length));
    },
    { probe: (bytes: Uint8Array) => textOf(bytes.subarray(0, sign.length)) === sign },
  ) as unknown as Format,
);

function openOnce(file: string): Font {
  const font = opened.get(file) ?? keepingWords(fontkit.create(readFileSync(file)));
  opened.set(file, font);
  return font;
}

/** Papers say the same words again and again; each is set once. */
function keepingWords(font: Font): Font {
  const words = new Map<string, GlyphRun>();
  const layout = font.layout.bind(font);
  font.layout = (text, features) => {
    if (features) return layout(text, features);
    const known = words.get(text) ?? afresh(font, () => layout(text));
    if (words.size >= mostWords) words.clear();
    words.set(text, known);
    return copyOf(known);
  };
  return font;
}

// A glyph keeps the characters of its first use, and copied text is read from them: a ligature must not remember that
// another document wrote it as one sign.
function afresh(font: Font, layout: () => GlyphRun): GlyphRun {
  font._glyphs = {};
  return layout();
}

/** pdfkit writes its own scale into the positions. */
function copyOf(run: GlyphRun): GlyphRun {
  const copy = Object.create(Object.getPrototypeOf(run) as object) as GlyphRun;
  return Object.assign(copy, run, { positions: run.positions.map((position) => ({ ...position })) });
}
