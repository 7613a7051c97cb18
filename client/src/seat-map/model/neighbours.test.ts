import { planOf } from './layout.ts';
import { type Direction, neighbour, rowEnds } from './neighbours.ts';
import { sampleLayout } from './sample-plan.ts';

const { places, byId } = planOf(sampleLayout);
const place = (id: string) => byId.get(id) ?? places[0]!;
const go = (from: string, direction: Direction) => neighbour(places, { from: place(from), direction })?.id;

describe('arrow keys', () => {
  it.each([
    ['1A', 'right', '1B'],
    ['1B', 'right', '1C'],
    ['1C', 'left', '1B'],
    ['2C', 'up', '1C'],
    ['2C', 'down', '3C'],
    ['3D', 'down', '5D'],
    ['5B', 'down', 'table:main:t1'],
    ['table:main:t1', 'up', '5B'],
  ] as const)('lead from %s %s to %s', (from, direction, to) => {
    expect(go(from, direction)).toBe(to);
  });

  it('end at the edge of the deck', () => {
    expect([go('1A', 'left'), go('1D', 'up'), go('table:main:t1', 'down')]).toEqual([
      ...[undefined, undefined, undefined],
    ]);
  });

  it('reach every place of the deck', () => {
    const directions: Direction[] = ['up', 'down', 'left', 'right'];
    const reached = new Set(['1A']);
    for (const id of reached)
      directions.flatMap((direction) => go(id, direction) ?? []).forEach((next) => reached.add(next));
    expect(reached.size).toBe(places.length);
  });

  it('know the ends of a row', () => {
    const { first, last } = rowEnds(places, place('2B'));
    expect([first.id, last.id]).toEqual(['2A', '2D']);
  });
});
