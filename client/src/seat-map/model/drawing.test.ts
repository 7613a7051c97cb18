import { chairTurn, firstScale, fitting, floors, pitch, rowMark } from './drawing.ts';
import type { Deck } from './layout.ts';
import { sampleLayout } from './sample-plan.ts';

const deck = sampleLayout.decks[0] as Deck;
const seats = deck.sections[0]?.rows[0]?.seats ?? [];

describe('the drawing', () => {
  it('measures targets by the seats that are nearest to each other', () => {
    expect(pitch(deck)).toBe(70);
  });

  it('begins with targets of the wanted size, and no wider than the box', () => {
    expect(firstScale(deck, { box: 2000, target: 44 }) * pitch(deck)).toBeCloseTo(44);
    expect(firstScale(deck, { box: 200, target: 44 }) * deck.width).toBeLessThan(200);
  });

  it('draws a floor around the seats of a zone, within the deck', () => {
    const drawn = floors(deck);
    expect(drawn.map(({ zone }) => zone)).toEqual(['covered', 'open']);
    for (const { x, width } of drawn) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(deck.width);
    }
  });

  it('numbers a row in its aisle, else beside it', () => {
    expect(rowMark(seats).x).toBe(230);
    expect(rowMark(seats.slice(0, 2)).x).toBeLessThan(seats[0]?.x ?? 0);
  });

  it('turns chairs to their table', () => {
    const table = deck.sections[1]?.tables[0];
    const turns = table?.seats.map((seat) => chairTurn(seat, table));
    expect(turns).toEqual([90, 90, -90, -90]);
  });

  it('shortens a name that has no room', () => {
    expect(fitting('Open stern', { width: 400, size: 30 })).toBe('Open stern');
    const long = fitting('The very long name of a saloon', { width: 200, size: 30 });
    expect(long).toMatch(/^The very l.*…$/);
    expect(fitting('露天船尾平台', { width: 100, size: 30 })).toBe('露天…');
  });
});
