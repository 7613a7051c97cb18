import { floorAt, type StatutoryFloor, statutoryFloors } from './statutory-floor.ts';

const floor = (version: string, from: number, jurisdiction = 'RU'): StatutoryFloor => ({
  ...{ jurisdiction, version, from, hoursBefore: 24, source: 'a law' },
});

describe('the law of a country', () => {
  it('gives a day in Russia and nothing in Estonia and Cyprus, each with its version and source', () => {
    const now = Date.parse('2026-06-01T00:00:00Z');
    const found = ['RU', 'EE', 'CY'].map((jurisdiction) => floorAt({ jurisdiction, at: now }));
    expect(
      found.map(({ jurisdiction, version, hoursBefore }) => [jurisdiction, version, hoursBefore]),
    ).toEqual([
      ['RU', 'RU.1', 24],
      ['EE', 'EE.1', null],
      ['CY', 'CY.1', null],
    ]);
    expect(statutoryFloors.every(({ from, source }) => from === 0 && source.length > 20)).toBe(true);
  });

  it('is the latest that holds already, in whatever order they are written', () => {
    const floors = [floor('RU.1', 0), floor('RU.3', 200), floor('RU.2', 100), floor('EE.9', 50, 'EE')];
    const versionAt = (at: number) => floorAt({ jurisdiction: 'RU', at, floors }).version;
    expect([0, 99, 100, 199, 200].map(versionAt)).toEqual(['RU.1', 'RU.1', 'RU.2', 'RU.2', 'RU.3']);
  });

  it('that nobody has entered gives nothing, under a version of its own', () => {
    const none = { jurisdiction: 'FI', version: 'FI.0', from: 0, hoursBefore: null };
    expect(floorAt({ jurisdiction: 'FI', at: 5 })).toMatchObject(none);
    expect(floorAt({ jurisdiction: 'RU', at: 5, floors: [floor('RU.1', 6)] }).version).toBe('RU.0');
  });
});
