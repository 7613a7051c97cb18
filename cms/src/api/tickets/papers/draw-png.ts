import sharp from 'sharp';
import type { OverlayOptions } from 'sharp';
import type { Paper, PaperField } from '../domain/paper.ts';
import { words } from '../domain/paper-words.ts';
import { fontFiles, fontRuns } from './fonts.ts';
import { look, markOnInk, routeLine, wavePath } from './look.ts';
import { qrDrawing } from './qr.ts';

/** Pixels. As wide as a phone shows without scaling, as high as the texts need. */
const width = 1080;
const edge = 36;
const pad = 52;
const inner = width - 2 * (edge + pad);
const left = edge + pad;
const bandHeight = 168;
const moduleSize = 15;

/** A drawn piece, not yet placed. */
interface Piece {
  png: Buffer;
  width: number;
  height: number;
}

interface TextStyle {
  size: number;
  bold?: boolean;
  color?: string;
  /** Lines are broken at this width. */
  width?: number;
  align?: 'left' | 'centre' | 'right';
}

/** Pieces under one another: `gap` is the free space above. */
interface Row {
  gap: number;
  pieces: { piece: Piece; x: number; y?: number }[];
}

/** One ticket as a picture for a phone. */
export async function drawPng(paper: Paper): Promise<Uint8Array> {
  await loadFonts();
  const upper = await passRows(paper);
  const code = await codeRows(paper);
  const lower = await detailRows(paper);
  const tears = [bandHeight + edge + heightOf(upper) + 40];
  tears.push((tears[0] ?? 0) + heightOf(code) + 40);
  const height = (tears[1] ?? 0) + heightOf(lower) + 48 + edge;
  const overlays = [
    ...place(upper, bandHeight + edge),
    ...place(code, tears[0] ?? 0),
    ...place(lower, tears[1] ?? 0),
    ...(await bandTexts(paper)),
    ...(paper.voided ? [await voidMark(paper, height)] : []),
  ];
  const ground = Buffer.from(cardSvg({ height, tears }));
  return sharp(ground).composite(overlays).png({ compressionLevel: 9 }).toBuffer();
}

// Once Pango has seen a file, its family is known to every text that follows.
async function loadFonts(): Promise<void> {
  for (const { normal, bold } of Object.values(fontFiles))
    for (const fontfile of [normal, bold])
      await sharp({ text: { text: '.', fontfile } })
        .raw()
        .toBuffer();
}

const families = { NotoSans: 'Noto Sans', NotoSansSC: 'Noto Sans SC' } as const;

async function text(value: string, style: TextStyle): Promise<Piece> {
  const { size, bold = false, color = look.ink, align = 'left' } = style;
  const shown = value.trim() === '' ? '\u00a0' : value;
  const markup = fontRuns(shown).map(
    ({ text: run, font }) => `<span font_family="${families[font]}">${escaped(run)}</span>`,
  );
  const span = `<span foreground="${color}" weight="${bold ? 'bold' : 'normal'}">${markup.join('')}</span>`;
  const wrap = style.width ? { width: Math.floor(style.width), wrap: 'word-char' as const } : {};
  const { data, info } = await sharp({
    text: {
      text: span,
      font: `Noto Sans ${size}`,
      dpi: 72,
      rgba: true,
      align,
      spacing: Math.round(size * 0.1),
      ...wrap,
    },
  })
    .png()
    .toBuffer({ resolveWithObject: true });
  return { png: data, width: info.width, height: info.height };
}

const escaped = (value: string) => value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

async function drawing(svg: { width: number; height: number; inside: string }): Promise<Piece> {
  const { width: across, height, inside } = svg;
  const source = `<svg xmlns="http://www.w3.org/2000/svg" width="${across}" height="${height}">${inside}</svg>`;
  return { png: await sharp(Buffer.from(source)).png().toBuffer(), width: across, height };
}

const row = (gap: number, ...pieces: Row['pieces']): Row => ({ gap, pieces });
const rowHeight = ({ pieces }: Row) => Math.max(...pieces.map(({ piece, y = 0 }) => piece.height + y));
const heightOf = (rows: readonly Row[]) => rows.reduce((sum, one) => sum + one.gap + rowHeight(one), 0);

function place(rows: readonly Row[], from: number): OverlayOptions[] {
  const tops = rows.map((one, index) => from + heightOf(rows.slice(0, index)) + one.gap);
  return rows.flatMap(({ pieces }, index) =>
    pieces.map(({ piece, x, y = 0 }) => ({
      input: piece.png,
      left: Math.round(x),
      top: Math.round((tops[index] ?? 0) + y),
    })),
  );
}

async function bandTexts({ seller, orderNumber, locale, place: berth }: Paper): Promise<OverlayOptions[]> {
  const title = berth?.city ? words.ticket : words.admission;
  const brand = await text(seller.brand, { size: 44, bold: true, color: look.surface, width: 500 });
  const kind = await text(title[locale], { size: 24, color: look.wave });
  const order = await text(words.order[locale], { size: 24, color: look.wave });
  const number = await text(orderNumber, { size: 38, bold: true, color: look.surface });
  const right = (piece: Piece) => width - edge - pad - piece.width;
  return [
    { input: brand.png, left: left + 112, top: edge + 34 },
    { input: kind.png, left: left + 112, top: edge + 100 },
    { input: order.png, left: right(order), top: edge + 36 },
    { input: number.png, left: right(number), top: edge + 84 },
  ];
}

async function passRows(paper: Paper): Promise<Row[]> {
  const { locale, place: berth } = paper;
  const title = await text(paper.title, {
    size: paper.title.length > 50 ? 44 : 54,
    bold: true,
    width: inner,
  });
  const date = await text(paper.date, { size: 38, bold: true, color: look.water });
  const berthName = await text(berth?.name ?? '', { size: 34, bold: true, width: inner * 0.6 });
  const address = await text(placeLine(paper), { size: 26, color: look.soft, width: inner });
  const route = await text(paper.route ?? '', {
    size: 28,
    width: inner * 0.36,
    align: 'right',
    color: look.soft,
  });
  return [
    row(48, { piece: title, x: left }),
    row(34, { piece: date, x: left }),
    await timesRow(paper),
    row(36, { piece: berthName, x: left }, { piece: route, x: left + inner - route.width }),
    row(12, { piece: address, x: left }),
    await fieldsRow(paper.seat),
    await fieldsRow([
      { label: words.ticketType[locale], value: paper.ticketType },
      ...(paper.vessel ? [{ label: words.vessel[locale], value: paper.vessel }] : []),
    ]),
    ...(paper.holder ? [await fieldsRow([{ label: words.passenger[locale], value: paper.holder }])] : []),
  ];
}

const placeLine = ({ place: berth }: Paper) => [berth?.address, berth?.city].filter(Boolean).join(', ');

async function timesRow({ time, endTime, clock }: Paper): Promise<Row> {
  const start = await text(time, { size: 124, bold: true });
  const end = await text(endTime, { size: 64, color: look.soft });
  const zone = await text(clock, { size: 22, color: look.soft });
  const [from, to] = [left + start.width + 36, left + inner - end.width - 36];
  const units = (to - from) / 2.4;
  const line = await drawing({
    width: Math.round(to - from),
    height: 64,
    inside: `<g transform="scale(2.4)">${routeLine(units)}</g>`,
  });
  const middle = from + (to - from - zone.width) / 2;
  return row(
    44,
    { piece: start, x: left },
    { piece: line, x: from, y: 0 },
    { piece: zone, x: middle, y: 74 },
    { piece: end, x: left + inner - end.width, y: start.height - end.height },
  );
}

async function fieldsRow(fields: readonly PaperField[]): Promise<Row> {
  const share = Math.floor((inner - 28 * (fields.length - 1)) / fields.length);
  const columns = await Promise.all(
    fields.map(async ({ label, value }) => ({
      label: await text(label, { size: 24, color: look.soft, width: share }),
      value: await text(value, { size: 36, bold: true, width: share }),
    })),
  );
  const pieces = columns.flatMap((column, index) => {
    const x = left + index * (share + 28);
    return [
      { piece: column.label, x },
      { piece: column.value, x, y: 38 },
    ];
  });
  return row(40, ...pieces);
}

async function codeRows(paper: Paper): Promise<Row[]> {
  const { locale } = paper;
  const code = await drawing(paper.voided ? crossedBox() : qrSvg(paper.code));
  const short = await text(paper.shortCode, { size: 40, bold: true });
  const note = (value: string) => text(value, { size: 26, color: look.soft, width: inner, align: 'centre' });
  const notes = paper.voided
    ? [await text(words.voided[locale], { size: 44, bold: true, color: look.bad })]
    : [await note(words.show[locale]), await note(words.once[locale])];
  const centred = (piece: Piece) => ({ piece, x: (width - piece.width) / 2 });
  return [
    row(16, centred(code)),
    row(6, centred(short)),
    ...notes.map((piece, index) => row(index === 0 ? 24 : 10, centred(piece))),
  ];
}

/** Whole pixels for every module, so that its edges stay sharp. */
function qrSvg(code: string) {
  const { size, path } = qrDrawing(code);
  const across = size * moduleSize;
  const inside = `<rect width="${across}" height="${across}" fill="#fff"/><g transform="scale(${moduleSize})" shape-rendering="crispEdges"><path d="${path}" fill="#000"/></g>`;
  return { width: across, height: across, inside };
}

function crossedBox() {
  const [width, height] = [420, 420];
  const inside = `<g fill="none" stroke="${look.bad}" stroke-width="5"><rect x="20" y="20" width="380" height="380" rx="14"/><path d="M22 22L398 398M398 22L22 398"/></g>`;
  return { width, height, inside };
}

async function detailRows(paper: Paper): Promise<Row[]> {
  const { locale, place: berth, seller } = paper;
  const heading = async (value: string) =>
    row(36, { piece: await text(value, { size: 30, bold: true, color: look.water }), x: left });
  const body = async (value: string, gap = 14) =>
    row(gap, { piece: await text(value, { size: 28, width: inner }), x: left });
  const small = async (value: string) =>
    row(10, { piece: await text(value, { size: 23, color: look.soft, width: inner }), x: left });
  return [
    ...(berth?.directions ? [await heading(words.way[locale]), await body(berth.directions)] : []),
    ...(berth?.mapUrl ? [await small(berth.mapUrl)] : []),
    ...(paper.meetingPoint ? [await heading(words.boarding[locale]), await body(paper.meetingPoint)] : []),
    await heading(words.price[locale]),
    await body(`${paper.price}. ${paper.vat}`),
    await heading(words.refund[locale]),
    await body(paper.refund),
    await heading(words.seller[locale]),
    await body(seller.name),
    ...(await Promise.all(seller.lines.map(small))),
    await small(`${seller.phone} · ${seller.email}`),
    ...(seller.offerUrl ? [await small(`${words.offer[locale]}: ${seller.offerUrl}`)] : []),
  ];
}

/** The ground: the card with notches where it tears, its dark band with water at the foot. */
function cardSvg({ height, tears }: { height: number; tears: number[] }): string {
  const [right, bottom, r] = [width - edge, height - edge, 32];
  const band = `M${edge} ${edge + bandHeight}V${edge + r}A${r} ${r} 0 0 1 ${edge + r} ${edge}H${right - r}A${r} ${r} 0 0 1 ${right} ${edge + r}V${edge + bandHeight}Z`;
  const wave = `<g transform="translate(${edge} ${edge + bandHeight - 22}) scale(2.5)"><path d="${wavePath(388, 6)}" fill="none" stroke="${look.water}" stroke-width="1.4"/></g>`;
  const perforations = tears.map(
    (y) =>
      `<path d="M${edge + 40} ${y}H${right - 40}" stroke="${look.soft}" stroke-width="2.4" stroke-dasharray="8 10"/><circle cx="${edge}" cy="${y}" r="22" fill="${look.paper}"/><circle cx="${right}" cy="${y}" r="22" fill="${look.paper}"/>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">`,
    `<rect width="${width}" height="${height}" fill="${look.paper}"/>`,
    `<rect x="${edge}" y="${edge}" width="${right - edge}" height="${bottom - edge}" rx="${r}" fill="${look.surface}" stroke="${look.line}" stroke-width="2"/>`,
    `<path d="${band}" fill="${look.ink}"/>${wave}`,
    `<g transform="translate(${left} ${edge + 32}) scale(2.75)">${markOnInk}</g>`,
    ...perforations,
    '</svg>',
  ].join('');
}

async function voidMark({ locale }: Paper, height: number): Promise<OverlayOptions> {
  const word = await text(words.voided[locale], { size: 150, bold: true, color: look.bad });
  const faded = await sharp(word.png)
    .ensureAlpha()
    .linear([1, 1, 1, 0.3], [0, 0, 0, 0])
    .rotate(-18, { background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .resize({ width: width - 2 * edge - 20, withoutEnlargement: true })
    .png()
    .toBuffer({ resolveWithObject: true });
  const top = Math.min(edge + bandHeight + 60, height - faded.info.height);
  return { input: faded.data, left: Math.round((width - faded.info.width) / 2), top };
}
