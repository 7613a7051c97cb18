import type { Geometry } from './geometry.ts';

/** What a plan says about one numbered place: its zone, the codes that are sold with it, and at which table. */
export type PlanSeat = { zone: string; together: readonly string[]; wholeTable?: string };

const known = new WeakMap<Geometry, ReadonlyMap<string, PlanSeat>>();

/** The numbered places of a plan by their codes; a seat of a table that is sold whole goes with the others there. */
export function planSeats(plan: Geometry): ReadonlyMap<string, PlanSeat> {
  const found = known.get(plan) ?? new Map(sections(plan).flatMap(seatsOf));
  known.set(plan, found);
  return found;
}

/** The codes with all that is sold together with them, each once. Codes that the plan does not have stay. */
export function wholeTables(plan: Geometry, seatCodes: readonly string[]): string[] {
  const seats = planSeats(plan);
  return [...new Set(seatCodes.flatMap((code) => seats.get(code)?.together ?? code))];
}

type Section = Geometry['decks'][number]['sections'][number];

const sections = ({ decks }: Geometry): Section[] => decks.flatMap((deck) => deck.sections);

function seatsOf({ rows, tables }: Section): [string, PlanSeat][] {
  const single = [...rows, ...tables.filter(({ sale }) => sale === 'seat')].flatMap(({ seats }) => seats);
  const whole = tables.filter(({ sale }) => sale === 'whole');
  return [
    ...single.map(({ seatCode, zone }) => entry(seatCode, { zone, together: [seatCode] })),
    ...whole.flatMap(({ id, seats }) => {
      const together = seats.map(({ seatCode }) => seatCode);
      return seats.map(({ seatCode, zone }) => entry(seatCode, { zone, together, wholeTable: id }));
    }),
  ];
}

const entry = (seatCode: string, seat: PlanSeat): [string, PlanSeat] => [seatCode, seat];
