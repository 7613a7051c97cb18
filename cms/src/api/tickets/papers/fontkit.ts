import { createRequire } from 'node:module';

export interface GlyphPosition {
  xAdvance: number;
  yAdvance: number;
  xOffset: number;
  yOffset: number;
}

export interface GlyphRun {
  positions: GlyphPosition[];
}

export interface Font {
  layout(text: string, features?: readonly string[]): GlyphRun;
  /** Glyphs by number, each with the characters for which it was wanted first. */
  _glyphs: Record<number, unknown>;
}

export interface Format {
  new (stream: { buffer: Uint8Array }): Font;
  probe(bytes: Uint8Array): boolean;
}

/** What papers use of fontkit, which brings no types. */
interface Fontkit {
  create(bytes: Uint8Array): Font;
  registerFormat(format: Format): void;
}

const pdfmake = createRequire(createRequire(__filename).resolve('pdfmake'));
const pdfkit = createRequire(pdfmake.resolve('pdfkit'));

/** The very fontkit that pdfkit asks: formats are registered with one copy of it. */
export const fontkit = pdfkit('fontkit') as Fontkit;
