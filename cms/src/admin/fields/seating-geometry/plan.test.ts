import { planText, readPlan, readPlanValue, zoneTints } from './plan.ts';

const name = (en: string) => ({ ru: `рус ${en}`, en, zh: `中 ${en}` });
const seat = (seatCode: string, x: number, more = {}) => ({
  seatCode,
  number: seatCode,
  x,
  y: 300,
  zone: 'bow',
  ...more,
});

const geometry = {
  zones: [
    { id: 'bow', name: name('Bow'), tint: 2 },
    { id: 'open', name: name('Open'), tint: 3 },
  ],
  decks: [
    {
      id: 'main',
      name: name('Main'),
      width: 400,
      height: 600,
      outline: 'M 0 0 L 400 0 L 400 600 L 0 600 Z',
      sections: [
        {
          id: 'salon',
          name: name('Salon'),
          rows: [{ label: '1', seats: [seat('1A', 100), seat('1B', 200, { accessible: true })] }],
          tables: [],
        },
      ],
      areas: [
        { id: 'sun', name: name('Sun'), zone: 'open', capacity: 60, x: 20, y: 400, width: 200, height: 100 },
      ],
    },
  ],
};

describe('a seating plan in the form', () => {
  it('counts its places by deck and zone, in the language of the panel', () => {
    const plan = readPlan(geometry, 'zh');
    expect(plan).toMatchObject({ places: 62, accessible: 1, problems: [] });
    expect(plan?.decks).toMatchObject([{ name: '中 Main', places: 62 }]);
    expect(plan?.zones).toMatchObject([
      { name: '中 Bow', places: 2 },
      { name: '中 Open', places: 60 },
    ]);
  });

  it('shows the zones in the tints of the drawing', () => {
    const picture = decodeURIComponent(readPlan(geometry, 'ru')?.decks[0]?.picture ?? '');
    expect(picture).toContain(`fill="${zoneTints[1]}"`);
    expect(picture).toContain(`fill="${zoneTints[2]}"`);
    expect(readPlan(geometry, 'ru')?.zones.map(({ tint }) => tint)).toEqual([zoneTints[1], zoneTints[2]]);
  });

  it('is drawn with its problems as long as its shape is right', () => {
    const twice = structuredClone(geometry);
    twice.decks[0]?.sections[0]?.rows[0]?.seats.push(seat('1A', 300));
    const plan = readPlan(twice, 'en');
    expect(plan?.decks).toHaveLength(1);
    expect(plan?.problems.join(' ')).toContain('1A');
  });

  it('is not drawn when it is no plan', () => {
    expect(readPlan({ decks: [] }, 'en')).toBeNull();
    expect(readPlan(null, 'en')).toBeNull();
  });

  it('is read from its text and written back', () => {
    expect(readPlanValue(planText(geometry))).toEqual(geometry);
    expect(readPlanValue('{')).toBeNull();
    expect(planText(null)).toBe('');
  });
});
