/**
 * What the law of the seller's country gives the buyer at least. A floor widens the policy of an activity and never
 * narrows it. Engineering readings, to be confirmed by counsel; a changed reading is a new row with a new version,
 * so that kept decisions go on naming the one they were made by.
 */
export type StatutoryFloor = {
  /** ISO 3166 country of the seller. */
  jurisdiction: string;
  version: string;
  /** From this moment on, in milliseconds since the epoch. */
  from: number;
  /** A full refund is due up to so many hours before departure; null: the law says nothing about it. */
  hoursBefore: number | null;
  source: string;
};

export const statutoryFloors: readonly StatutoryFloor[] = [
  {
    jurisdiction: 'RU',
    version: 'RU.1',
    from: 0,
    hoursBefore: 24,
    source:
      'Consumer Protection Act, art. 32, and Civil Code, art. 782: the consumer may withdraw before the service begins and owes only proven costs; none are proven a day ahead. Operator cancels: Inland Water Transport Code, art. 101.',
  },
  {
    jurisdiction: 'EE',
    version: 'EE.1',
    from: 0,
    hoursBefore: null,
    source: 'Directive 2011/83/EU, art. 16(l): no right of withdrawal from leisure services on a given date.',
  },
  {
    jurisdiction: 'CY',
    version: 'CY.1',
    from: 0,
    hoursBefore: null,
    source: 'Directive 2011/83/EU, art. 16(l): no right of withdrawal from leisure services on a given date.',
  },
];

const nothing = (jurisdiction: string): StatutoryFloor => ({
  ...{ jurisdiction, version: `${jurisdiction}.0`, from: 0, hoursBefore: null },
  source: 'No rule is entered for this country.',
});

type FloorQuestion = { jurisdiction: string; at: number; floors?: readonly StatutoryFloor[] };

/** The floor that holds in a country at a moment. */
export function floorAt({ jurisdiction, at, floors = statutoryFloors }: FloorQuestion): StatutoryFloor {
  const own = floors.filter((floor) => floor.jurisdiction === jurisdiction && floor.from <= at);
  return own.sort((left, right) => right.from - left.from)[0] ?? nothing(jurisdiction);
}
