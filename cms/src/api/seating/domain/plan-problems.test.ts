import type { Geometry } from './geometry.ts';
import { planProblems, takenPlaceProblems } from './plan-problems.ts';

const name = { ru: 'а', en: 'a', zh: 'a' };
const area = (id: string, zone: string, capacity: number) => ({
  ...{ id, name, zone, capacity },
  ...{ x: 0, y: 0, width: 100, height: 100 },
});

function plan(codes: string[]): Geometry {
  return {
    zones: ['hall', 'sun', 'shade'].map((id) => ({ id, name, tint: 1 })),
    decks: [
      {
        ...{ id: 'main', name, width: 400, height: 400, outline: 'M 0 0 H 400 V 400 H 0 Z' },
        areas: [area('left', 'sun', 5), area('right', 'sun', 3), area('aft', 'shade', 2)],
        sections: [
          {
            ...{ id: 'floor', name, tables: [] },
            rows: [
              {
                label: '1',
                seats: codes.map((seatCode) => ({ seatCode, number: '1', x: 60, y: 100, zone: 'hall' })),
              },
            ],
          },
        ],
      },
    ],
  };
}

const hall = (...codes: string[]) => codes.map((seatCode) => ({ seatCode, zone: 'hall' }));

describe('an edit of a plan that people have places on', () => {
  it('may add, and may take away what nobody has', () => {
    const claims = { seats: hall('1A'), zones: [{ zone: 'sun', places: 8 }] };
    expect(takenPlaceProblems(plan(['1A', '1B']), claims)).toEqual([]);
    expect(takenPlaceProblems(plan([]), { seats: [], zones: [] })).toEqual([]);
  });

  it('may not take away a seat or move it into another zone', () => {
    const seats = [...hall('1A', '2A'), { seatCode: '1B', zone: 'balcony' }];
    const problems = takenPlaceProblems(plan(['1A', '1B']), { seats, zones: [] });
    expect(problems).toEqual([
      planProblems.PLAN_SEATS_TAKEN('geometry', { seats: { ru: '2A, 1B', en: '2A, 1B', zh: '2A、1B' } }),
    ]);
    expect(problems[0]?.code).toBe('PLAN_SEATS_TAKEN');
    expect(problems[0]?.message.zh).toContain('2A、1B');
  });

  it('may not leave an area less room than is taken, all areas of the zone counted together', () => {
    const zones = [
      { zone: 'sun', places: 9 },
      { zone: 'shade', places: 2 },
      { zone: 'gone', places: 1 },
    ];
    expect(takenPlaceProblems(plan([]), { seats: [], zones })).toEqual([
      planProblems.PLAN_ZONES_TAKEN('geometry', {
        zones: { ru: 'sun, gone', en: 'sun, gone', zh: 'sun、gone' },
      }),
    ]);
  });

  it('names ten places at most', () => {
    const codes = Array.from({ length: 12 }, (_, at) => `${at}A`);
    const said = (taken: string[]) =>
      takenPlaceProblems(plan([]), { seats: hall(...taken), zones: [] })[0]?.message.en ?? '';
    expect(said(codes.slice(0, 10))).toContain('8A, 9A');
    expect(said(codes.slice(0, 10))).not.toContain('…');
    expect(said(codes)).toContain('9A, …');
    expect(said(codes)).not.toContain('10A');
  });
});
