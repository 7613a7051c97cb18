import pdfmake from 'pdfmake';
import type { Content, ContentText, TDocumentDefinitions, TFontDictionary } from 'pdfmake/interfaces';
import type { Paper, PaperField } from '../domain/paper.ts';
import { words } from '../domain/paper-words.ts';
import { fontFiles, fontRuns } from './fonts.ts';
import { look, markOnInk, routeLine, wavePath } from './look.ts';
import { qrPath } from './qr.ts';
import { sharedFont } from './shared-fonts.ts';

/** A4 in points. The pass is a card of fixed size, so that it prints and folds alike in every language. */
const page = { width: 595.28, height: 841.89 };
const margin = 40;
const card = { x: margin, y: margin, width: page.width - 2 * margin, height: 412, band: 58, radius: 14 };
const stub = { width: 172 };
const tear = card.x + card.width - stub.width;
/** The code, at the head of the stub. */
const codeAt = { x: tear + 14, y: card.y + card.band + 14 };
const main = { x: card.x + 24, width: tear - card.x - 48 };

type Files = { virtualfs: { writeFileSync(name: string, bytes: Buffer): void } };

pdfmake.setFonts(filed(fontFiles));
// Papers are made of what they are given: nothing is fetched, and no file is read.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => false);

/** Puts shared fonts where pdfmake looks before it looks for files. */
function filed(fonts: typeof fontFiles): TFontDictionary {
  const { virtualfs } = pdfmake as unknown as Files;
  const own = Object.values(fonts).flatMap(({ normal, bold }) => [normal, bold]);
  for (const file of own) virtualfs.writeFileSync(file, sharedFont(file));
  return { ...fonts };
}

/** One A4 page for each ticket. */
export async function drawPdf(papers: readonly Paper[]): Promise<Uint8Array> {
  const [first] = papers;
  const definition: TDocumentDefinitions = {
    pageSize: 'A4',
    pageMargins: [margin, margin, margin, margin],
    info: {
      title: first ? `${words.ticket[first.locale]} ${first.orderNumber}` : '',
      author: first?.seller.brand ?? '',
      creator: 'Gangway',
      producer: 'Gangway',
    },
    language: first?.locale ?? 'ru',
    defaultStyle: { font: 'NotoSans', fontSize: 10, color: look.ink, lineHeight: 1.2 },
    content: papers.map((paper, index) => onePage(paper, index > 0)),
  } as TDocumentDefinitions;
  return pdfmake.createPdf(definition).getBuffer();
}

function onePage(paper: Paper, breaks: boolean): Content {
  return {
    ...(breaks ? { pageBreak: 'before' as const } : {}),
    stack: [
      at(0, 0, [svg(page.width, page.height, cardShape())]),
      ...band(paper),
      at(main.x, card.y + card.band + 18, passText(paper), main.width),
      at(codeAt.x, codeAt.y, stubText(paper), stub.width - 28),
      at(margin, card.y + card.height + 26, details(paper), card.width),
      ...(paper.voided ? [voidMark(paper)] : []),
    ],
  };
}

type Style = Omit<ContentText, 'text'>;

/** A text in the fonts it needs. */
function text(value: string, style: Style = {}): Content {
  return { ...style, text: fontRuns(value).map((run) => ({ text: run.text, font: run.font })) };
}

const soft = (value: string, style: Style = {}) => text(value, { fontSize: 8, color: look.soft, ...style });

function at(x: number, y: number, stack: Content[], width = page.width): Content {
  return { columns: [{ width, stack }], absolutePosition: { x, y } } as unknown as Content;
}

function svg(width: number, height: number, inside: string): Content {
  return {
    svg: `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${inside}</svg>`,
  };
}

/** The card: its edge with two notches at the perforation, the dark band with water at its foot. */
function cardShape(): string {
  const { x, y, width, height, band: depth, radius: r } = card;
  const [right, bottom] = [x + width, y + height];
  const notch = 8;
  const outline = `M${x + r} ${y}H${tear - notch}A${notch} ${notch} 0 0 0 ${tear + notch} ${y}H${right - r}A${r} ${r} 0 0 1 ${right} ${y + r}V${bottom - r}A${r} ${r} 0 0 1 ${right - r} ${bottom}H${tear + notch}A${notch} ${notch} 0 0 0 ${tear - notch} ${bottom}H${x + r}A${r} ${r} 0 0 1 ${x} ${bottom - r}V${y + r}A${r} ${r} 0 0 1 ${x + r} ${y}Z`;
  const head = `M${x + r} ${y}H${tear - notch}A${notch} ${notch} 0 0 0 ${tear + notch} ${y}H${right - r}A${r} ${r} 0 0 1 ${right} ${y + r}V${y + depth}H${x}V${y + r}A${r} ${r} 0 0 1 ${x + r} ${y}Z`;
  return [
    `<path d="${outline}" fill="${look.surface}" stroke="${look.line}" stroke-width="1"/>`,
    `<path d="${head}" fill="${look.ink}"/>`,
    `<path d="M${tear} ${y + depth + 8}V${bottom - notch - 4}" stroke="${look.soft}" stroke-width="0.8" stroke-dasharray="3 4"/>`,
  ].join('');
}

function band({ locale, orderNumber, seller, place }: Paper): Content[] {
  const { x, y } = card;
  const title = place?.city ? words.ticket : words.admission;
  return [
    at(x + 18, y + 11, [svg(36, 36, `<g transform="scale(1.125)">${markOnInk}</g>`)]),
    at(
      x + 62,
      y + 12,
      [
        text(seller.brand, { fontSize: 15, bold: true, color: look.surface }),
        text(title[locale], { fontSize: 8.5, color: look.wave }),
      ],
      260,
    ),
    at(
      tear + 14,
      y + 14,
      [
        text(words.order[locale], { fontSize: 8, color: look.wave }),
        text(orderNumber, { fontSize: 14, bold: true, color: look.surface }),
      ],
      stub.width - 28,
    ),
    at(x, y + card.band - 8, [
      svg(
        card.width,
        8,
        `<path d="${wavePath(card.width - 8, 5)}" fill="none" stroke="${look.water}" stroke-width="1.2"/>`,
      ),
    ]),
  ];
}

const titleSize = (title: string) => (title.length > 60 ? 14 : title.length > 34 ? 17 : 21);

function passText(paper: Paper): Content[] {
  const { locale, place } = paper;
  return [
    text(paper.title, { fontSize: titleSize(paper.title), bold: true, lineHeight: 0.95 }),
    text(paper.date, { fontSize: 13, bold: true, color: look.water, margin: [0, 7, 0, 0] }),
    times(paper),
    {
      columns: [
        {
          width: '*',
          stack: [text(place?.name ?? '', { bold: true, fontSize: 10.5 }), soft(placeLine(paper))],
        },
        {
          width: 110,
          stack: [
            soft(paper.route ? words.route[locale] : '', { alignment: 'right' }),
            text(paper.route ?? '', { fontSize: 9, alignment: 'right' }),
          ],
        },
      ],
      columnGap: 16,
      margin: [0, 2, 0, 12],
    },
    fieldRow([...paper.seat]),
    fieldRow([
      { label: words.ticketType[locale], value: paper.ticketType },
      ...(paper.vessel ? [{ label: words.vessel[locale], value: paper.vessel }] : []),
    ]),
    ...(paper.holder ? [fieldRow([{ label: words.passenger[locale], value: paper.holder }])] : []),
  ];
}

function times(paper: Paper): Content {
  return {
    columns: [
      { width: 112, stack: [text(paper.time, { fontSize: 40, bold: true, lineHeight: 1 })] },
      {
        width: '*',
        stack: [svg(110, 26, routeLine(110)), soft(paper.clock, { fontSize: 7.5, alignment: 'center' })],
        margin: [0, 12, 0, 0],
      },
      {
        width: 76,
        stack: [text(paper.endTime, { fontSize: 22, lineHeight: 1, alignment: 'right', color: look.soft })],
        margin: [0, 14, 0, 0],
      },
    ],
    margin: [0, 2, 0, 0],
  };
}

const placeLine = ({ place }: Paper) => [place?.address, place?.city].filter(Boolean).join(', ');

function fieldRow(fields: readonly PaperField[]): Content {
  return {
    columns: fields.map(({ label, value }) => ({
      width: fields.length > 2 ? 'auto' : '*',
      stack: [
        soft(label, { fontSize: 7.5 }),
        text(value, { fontSize: value.length > 28 ? 10 : 12.5, bold: true }),
      ],
    })),
    columnGap: 22,
    margin: [0, 0, 0, 8],
  };
}

function stubText(paper: Paper): Content[] {
  const { locale } = paper;
  const width = stub.width - 28;
  return [
    paper.voided ? svg(width, width, crossedBox(width)) : qrShape(paper.code, width),
    text(paper.shortCode, {
      fontSize: 13,
      bold: true,
      alignment: 'center',
      characterSpacing: 0.6,
      margin: [0, 2, 0, 6],
    }),
    ...(paper.voided ? [text(words.voided[locale], voidStyle)] : howToShow(locale)),
    soft(words.price[locale], { alignment: 'center', fontSize: 7.5 }),
    text(paper.price, { alignment: 'center', fontSize: 12, bold: true }),
  ];
}

const voidStyle: Style = { bold: true, color: look.bad, alignment: 'center', margin: [0, 0, 0, 8] };

const howToShow = (locale: Paper['locale']): Content[] => [
  soft(words.show[locale], { alignment: 'center', fontSize: 7.5 }),
  soft(words.once[locale], { alignment: 'center', fontSize: 7.5, margin: [0, 3, 0, 8] }),
];

/** A path of pdfmake's own, which unlike SVG is not parsed three times over; its place is the page's. */
function qrShape(code: string, width: number): Content {
  const ground = { type: 'rect', x: 0, y: 0, w: width, h: width, color: look.surface };
  const d = qrPath(code, { ...codeAt, width });
  return { canvas: [ground, { type: 'path', d, color: '#000000' }] } as unknown as Content;
}

const crossedBox = (width: number) =>
  `<rect x="8" y="8" width="${width - 16}" height="${width - 16}" rx="6" fill="none" stroke="${look.bad}" stroke-width="2"/>` +
  `<path d="M8 8L${width - 8} ${width - 8}M${width - 8} 8L8 ${width - 8}" stroke="${look.bad}" stroke-width="2"/>`;

function details(paper: Paper): Content[] {
  return [{ columns: [wayThere(paper), smallPrint(paper)], columnGap: 28 }];
}

const heading = (value: string, style: Style = {}) =>
  text(value, { fontSize: 11.5, bold: true, color: look.water, margin: [0, 0, 0, 3], ...style });

const paragraph = (value: string, style: Style = {}) =>
  text(value, { fontSize: 9.5, lineHeight: 1.3, ...style });

function wayThere({ place, meetingPoint, locale }: Paper): Content {
  return {
    width: '*',
    stack: [
      ...(place ? [heading(words.way[locale]), text(place.name, { bold: true, fontSize: 10.5 })] : []),
      ...(place ? [paragraph([place.address, place.city].filter(Boolean).join(', '))] : []),
      ...(place?.directions ? [paragraph(place.directions, { margin: [0, 4, 0, 0] })] : []),
      ...(place?.mapUrl ? [link(words.map[locale], place.mapUrl)] : []),
      ...(meetingPoint
        ? [heading(words.boarding[locale], { margin: [0, 14, 0, 3] }), paragraph(meetingPoint)]
        : []),
    ],
  } as Content;
}

function smallPrint({ refund, vat, price, seller, locale }: Paper): Content {
  return {
    width: '*',
    stack: [
      heading(words.refund[locale]),
      paragraph(refund),
      heading(words.price[locale], { margin: [0, 14, 0, 3] }),
      paragraph(`${price}. ${vat}`),
      heading(words.seller[locale], { margin: [0, 14, 0, 3] }),
      paragraph(seller.name),
      ...seller.lines.map((line) => soft(line, { fontSize: 8.5, lineHeight: 1.3 })),
      soft(`${seller.phone} · ${seller.email}`, { fontSize: 8.5, lineHeight: 1.3 }),
      ...(seller.offerUrl ? [link(words.offer[locale], seller.offerUrl)] : []),
    ],
  } as Content;
}

/** The words lead there on a screen; the address itself stands below for paper. */
function link(label: string, url: string): Content {
  return {
    stack: [
      text(label, {
        link: url,
        fontSize: 9.5,
        color: look.water,
        decoration: 'underline',
        margin: [0, 5, 0, 0],
      }),
      soft(url, { fontSize: 7 }),
    ],
  };
}

function voidMark({ locale }: Paper): Content {
  const [width, height] = [main.width, 150];
  const font = locale === 'zh' ? 'NotoSansSC' : 'NotoSans';
  const mark = `<text x="${width / 2}" y="${height / 2 + 20}" font-family="${font}" font-weight="bold" font-size="38" fill="${look.bad}" fill-opacity="0.3" text-anchor="middle" transform="rotate(-14 ${width / 2} ${height / 2})">${words.voided[locale]}</text>`;
  return at(main.x, card.y + card.band + 110, [svg(width, height, mark)], width);
}
