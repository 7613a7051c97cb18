import { toSvg } from './deck-drawing.ts';
import type { Geometry, Seat, Table } from './geometry.ts';

const text = (word: string) => ({ ru: word, en: `${word}-en`, zh: `${word}-zh` });
const seat = (seatCode: string, x: number, y: number, more: Partial<Seat> = {}): Seat => ({
  ...{ seatCode, number: seatCode.slice(1), x, y, zone: 'hall' },
  ...more,
});
const table = (id: string, shape: Table['shape']): Table => ({
  ...{ id, label: id.toUpperCase(), x: 100, y: 200, width: 80, height: 40, shape, sale: 'seat' },
  seats: [seat(`${id}1`, 90, 210)],
});

const plan: Geometry = {
  zones: [
    { id: 'hall', name: text('Зал'), tint: 1 },
    { id: 'sun', name: text('Солнце'), tint: 3 },
  ],
  decks: [
    {
      ...{ id: 'main', name: text('A & "B"'), width: 400, height: 600 },
      outline: 'M 0 0 H 400 V 600 H 0 Z',
      sections: [
        {
          ...{ id: 'floor', name: text('Пол') },
          rows: [
            { label: '7', seats: [seat('7B', 200, 300), seat('7A', 140, 300, { accessible: true })] },
            { label: '8', seats: [seat('8A', 160, 360, { zone: 'sun' })] },
          ],
          tables: [table('r', 'round'), table('q', 'rect')],
        },
      ],
      areas: [
        {
          id: 'deck',
          name: text('Открытая'),
          zone: 'sun',
          capacity: 30,
          x: 40,
          y: 400,
          width: 200,
          height: 100,
        },
        { id: 'wide', name: text('Нос'), zone: 'nowhere', capacity: 5, x: 0, y: 510, width: 400, height: 60 },
      ],
    },
  ],
};

const svg = toSvg(plan, { deck: 'main', locale: 'ru' }) ?? '';
const tints = { first: '#BFD9EA', third: '#CFE3C2' };
const ink = '#0B1F33';

describe('the picture of a deck', () => {
  it('is one SVG with the name of the deck in the language asked for', () => {
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" viewBox="0 0 400 600" role="img" /);
    expect(svg).toContain('aria-label="A &amp; &quot;B&quot;"');
    expect(toSvg(plan, { deck: 'main', locale: 'zh' })).toContain('aria-label="A &amp; &quot;B&quot;-zh"');
    expect(svg).toMatch(/<\/svg>$/);
    expect(svg).not.toContain('><<');
    // No words but those that are drawn.
    const words = /<(text|title)\b[^>]*>[^<]*<\/\1>/g;
    expect(svg.replaceAll(words, '').replaceAll(/<[^>]*>/g, '')).toBe('');
  });

  it('has the outline first, then areas, tables, labels and seats, so that nothing covers a seat', () => {
    const parts = [...svg.matchAll(/class="(\w+)"/g)].map(([, kind]) => kind);
    expect(parts).toEqual([
      ...['outline', 'area', 'area', 'table', 'table', 'row', 'row'],
      ...['seat', 'seat', 'seat', 'seat', 'seat'],
    ]);
    expect(svg).toContain(
      `<path class="outline" d="M 0 0 H 400 V 600 H 0 Z" fill="#FFFFFF" stroke="${ink}" stroke-width="6"/>`,
    );
  });

  it('tints seats and areas by their zone, and what is of no zone like the first', () => {
    expect(svg).toContain(`<circle cx="160" cy="360" r="26" fill="${tints.third}" stroke="${ink}"/>`);
    expect(svg).toContain(`<circle cx="200" cy="300" r="26" fill="${tints.first}" stroke="${ink}"/>`);
    expect(svg).toContain(`<rect x="0" y="510" width="400" height="60" rx="20" fill="${tints.first}"/>`);
  });

  it('draws accessible places square, around the same middle', () => {
    expect(svg).toContain(
      `<rect x="114" y="274" width="52" height="52" rx="4" fill="${tints.first}" stroke="${ink}" stroke-width="4"/>`,
    );
  });

  it('names every seat and writes its number in its middle', () => {
    expect(svg).toContain('data-seat="7B"><title>7B</title>');
    expect(svg).toContain(`<text x="200" y="${300 + 22 / 3}" font-size="22">B</text>`);
  });

  it('writes the label of a row to the left of its leftmost seat', () => {
    expect(svg).toContain(
      `<g class="row" fill="#4A5B6C"><text x="88" y="${300 + 20 / 3}" font-size="20">7</text></g>`,
    );
    expect(svg).toContain(`<text x="108" y="${360 + 20 / 3}" font-size="20">8</text>`);
  });

  it('draws round tables round and others with small corners, their label in the middle', () => {
    const box = 'x="100" y="200" width="80" height="40"';
    const label = (name: string) => `<text x="140" y="228" font-size="24">${name}</text>`;
    const look = `fill="#EFE7DA" stroke="${ink}"/>`;
    expect(svg).toContain(`data-table="r"><rect ${box} rx="40" ${look}${label('R')}`);
    expect(svg).toContain(`data-table="q"><rect ${box} rx="6" ${look}${label('Q')}`);
  });

  it('writes on an area what it is and holds, as large as it fits and no larger than 36', () => {
    const size = Math.floor(200 / ('Открытая · 30'.length * 0.65));
    expect(svg).toContain(
      `<g class="area" data-area="deck"><rect x="40" y="400" width="200" height="100" rx="20" fill="${tints.third}"/>` +
        `<text x="140" y="${450 + size / 3}" font-size="${size}">Открытая · 30</text></g>`,
    );
    expect(svg).toContain('<text x="200" y="552" font-size="36">Нос · 5</text>');
  });
});
