import { isInside, outlinePolygon } from './outline.ts';

const at = (x: number, y: number) => ({ x, y });

describe('an outline', () => {
  it('has a corner for each line, whichever letter draws it', () => {
    expect(outlinePolygon('M 1 2 L 10 2 V 20 H 1 Z')).toEqual([at(1, 2), at(10, 2), at(10, 20), at(1, 20)]);
    expect(outlinePolygon('M0 0 H 4 V 4 Z')).toEqual([at(0, 0), at(4, 0), at(4, 4)]);
  });

  it('reads several groups of numbers after one letter as so many lines', () => {
    expect(outlinePolygon('M 0 0 10 0 10 10 Z')).toEqual([at(0, 0), at(10, 0), at(10, 10)]);
    expect(outlinePolygon('M 0 0 L 10 0 10 10 0 10 Z')).toHaveLength(4);
    expect(outlinePolygon('M 0 0 H 5 9 V 9 Z')).toEqual([at(0, 0), at(5, 0), at(9, 0), at(9, 9)]);
  });

  it('reads decimals, commas, signs and space around it', () => {
    expect(outlinePolygon('  M0,0L10.25,0,10.5,-7.75Z ')).toEqual([at(0, 0), at(10.25, 0), at(10.5, -7.75)]);
  });

  it('follows curves in sixteen steps that end where the curve ends', () => {
    const round = outlinePolygon('M 0 0 Q 8 0 8 8 L 0 8 Z') ?? [];
    expect(round).toHaveLength(18);
    expect(round[8]).toEqual(at(6, 2));
    expect(round[16]).toEqual(at(8, 8));
    const wave = outlinePolygon('M 0 0 C 0 8 8 8 8 0 Z') ?? [];
    expect(wave[8]).toEqual(at(4, 6));
    expect(wave[16]).toEqual(at(8, 0));
  });

  it.each([
    ['nothing', ''],
    ['no beginning', 'L 0 0 L 5 5 L 5 0 Z'],
    ['no beginning but a line first', 'H 5 L 5 5 L 5 0 Z'],
    ['no end', 'M 0 0 L 5 5 L 5 0'],
    ['two corners', 'M 0 0 L 5 5 Z'],
    ['a number missing', 'M 0 0 L 5 5 L 5 Z'],
    ['a number missing in a curve', 'M 0 0 L 5 5 Q 5 5 5 Z'],
    ['a number after the end', 'M 0 0 L 5 5 L 5 0 Z 3'],
    ['a letter that is not known', 'M 0 0 L 5 5 A 1 1 L 5 0 Z'],
    ['a relative letter', 'M 0 0 l 5 5 L 5 0 Z'],
    ['something before it', 'x M 0 0 L 5 5 L 5 0 Z'],
    ['something behind it', 'M 0 0 L 5 5 L 5 0 Z"/><script>'],
  ])('is refused: %s', (_, path) => expect(outlinePolygon(path)).toBeUndefined());
});

describe('a point', () => {
  const box = [at(0, 0), at(10, 0), at(10, 10), at(0, 10)];
  /** A roof whose top is at (5, 0), and a notch from below up to (5, 6). */
  const roof = [at(5, 0), at(10, 8), at(10, 10), at(5, 6), at(0, 10), at(0, 8)];

  it.each([
    [at(5, 5), true],
    [at(1, 9), true],
    [at(-1, 5), false],
    [at(11, 5), false],
    [at(5, -1), false],
    [at(5, 11), false],
  ])('%p is inside a box: %p', (point, inside) => expect(isInside(point, box)).toBe(inside));

  it('on the left and upper edge belongs to the box, on the right and lower edge to its neighbour', () => {
    expect([at(0, 5), at(5, 0)].map((point) => isInside(point, box))).toEqual([true, true]);
    expect([at(10, 5), at(5, 10)].map((point) => isInside(point, box))).toEqual([false, false]);
  });

  it('is inside a triangle or not', () => {
    const sail = [at(0, 0), at(10, 0), at(0, 10)];
    expect([at(2, 2), at(9, 9), at(2, -1), at(2, 11)].map((point) => isInside(point, sail))).toEqual([
      ...[true, false, false, false],
    ]);
  });

  it.each([
    [at(5, 3), true],
    [at(8, 5), true],
    [at(2, 5), true],
    [at(9.5, 5), false],
    [at(0.5, 5), false],
    [at(5, 8), false],
    [at(8, 8), true],
    [at(1, 8.5), true],
    [at(1, 2), false],
    [at(9, 2), false],
  ])('%p is inside a roof with a notch: %p', (point, inside) => expect(isInside(point, roof)).toBe(inside));
});
