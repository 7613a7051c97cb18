import fc from 'fast-check';

/** Which of the two departures of a cell: one with numbered seats, one without. */
export type Kind = 'numbered' | 'open';
/** Tickets without a number: of the grown-ups' type, of the type that needs a grown-up. */
export type Counts = { adult: number; child: number };

/** Buyers of a cell. */
export const sessions = [0, 1, 2] as const;
/** The plan of the numbered departure, row by row; the first row is of one zone, the second of another. */
export const rows = [
  { zone: 'front', seats: ['1A', '1B', '1C'] },
  { zone: 'open', seats: ['2A', '2B'] },
] as const;
export const seatCodes: readonly string[] = rows.flatMap(({ seats }) => [...seats]);
/** Places of the departure without numbers. */
export const openPlaces = 3;

/**
 * What a buyer does. `order` counts the orders that the cell has seen, from the latest backwards and round again; a
 * command about an order is passed over while there is none.
 */
export type Command =
  | { do: 'lock seats'; session: number; seats: string[] }
  | { do: 'lock places'; session: number; counts: Counts }
  | { do: 'best'; session: number; kind: Kind; count: number; zone?: string | undefined }
  | { do: 'unlock seats'; session: number; seats?: string[] | undefined }
  | { do: 'unlock places'; session: number; counts?: Counts | undefined }
  | { do: 'quote'; session: number; promotion: boolean }
  | { do: 'order'; session: number; promotion: boolean; otherSeats: boolean; twice: boolean }
  | { do: 'steal'; session: number; from: number }
  | { do: 'again'; request: number; changed: boolean }
  | { do: 'start'; order: number }
  | { do: 'settle'; order: number; how: 'pay' | 'decline' }
  | { do: 'cancel'; order: number; stranger: boolean }
  | { do: 'refund'; order: number; line?: number | undefined }
  | { do: 'quote refund'; order: number }
  | { do: 'look'; session: number };

/** One command, or several of different buyers at once. */
export type Step = Command[];
/** What happens between moves of the clock. */
export type Sequence = Step[][];

const session = fc.constantFrom(0, 0, 0, 1, 1, 2);
const kind = fc.constantFrom<Kind>('numbered', 'open');
const seats = fc.subarray([...seatCodes], { minLength: 1, maxLength: 3 });
const unknownSeat = fc.constant(['1A', '9Z']);
const few = fc.record({ adult: fc.integer({ min: 1, max: 3 }), child: fc.integer({ min: 0, max: 1 }) });
const counts = fc.oneof(
  { weight: 12, arbitrary: few },
  { weight: 2, arbitrary: fc.constant({ adult: 0, child: 1 }) },
  { weight: 1, arbitrary: fc.constant({ adult: 13, child: 0 }) },
);
const order = fc.constantFrom(0, 0, 0, 1, 1, 2);
const often = (percent: number) => fc.integer({ min: 1, max: 100 }).map((drawn) => drawn <= percent);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const of = <Name extends Command['do'], Parts extends object>(name: Name, parts: fc.Arbitrary<Parts>) =>
  parts.map((rest) => ({ do: name, ...rest }));

const zone = maybe(fc.constantFrom('front', 'open'));
const command: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 11,
    arbitrary: of(
      'lock seats',
      fc.record({ session, seats: fc.oneof({ weight: 20, arbitrary: seats }, unknownSeat) }),
    ),
  },
  { weight: 7, arbitrary: of('lock places', fc.record({ session, counts })) },
  {
    weight: 4,
    arbitrary: of('best', fc.record({ session, kind, count: fc.integer({ min: 1, max: 4 }), zone })),
  },
  { weight: 3, arbitrary: of('unlock seats', fc.record({ session, seats: maybe(seats) })) },
  { weight: 3, arbitrary: of('unlock places', fc.record({ session, counts: maybe(few) })) },
  { weight: 2, arbitrary: of('quote', fc.record({ session, promotion: fc.boolean() })) },
  {
    weight: 13,
    arbitrary: of(
      'order',
      fc.record({ session, promotion: often(50), otherSeats: fc.boolean(), twice: often(20) }),
    ),
  },
  { weight: 1, arbitrary: of('steal', fc.record({ session, from: session })) },
  { weight: 1, arbitrary: of('again', fc.record({ request: order, changed: often(25) })) },
  { weight: 8, arbitrary: of('start', fc.record({ order })) },
  {
    weight: 8,
    arbitrary: of('settle', fc.record({ order, how: fc.constantFrom('pay', 'pay', 'pay', 'decline') })),
  },
  { weight: 3, arbitrary: of('cancel', fc.record({ order, stranger: often(15) })) },
  { weight: 4, arbitrary: of('refund', fc.record({ order, line: maybe(fc.integer({ min: 0, max: 3 })) })) },
  { weight: 1, arbitrary: of('quote refund', fc.record({ order })) },
  { weight: 2, arbitrary: of('look', fc.record({ session })) },
) as fc.Arbitrary<Command>;

const alone = command.map((one): Step => [one]);
const together = fc.array(
  command.filter(({ do: what }) => what !== 'look'),
  { minLength: 2, maxLength: 3 },
);

type Wish = {
  session: number;
  seats: string[];
  counts: Counts;
  kind: Kind;
  promotion: boolean;
  otherSeats: boolean;
};

/** What most buyers want: places, an order, and to pay for it; some leave on the way. */
const purchase = fc
  .tuple(
    fc.record({ session, seats, counts: few, kind, promotion: often(50), otherSeats: fc.boolean() }),
    fc.constantFrom(2, 3, 4, 4),
  )
  .map(([wish, steps]) => wayOf(wish).slice(0, steps));

function wayOf({
  session: buyer,
  seats: codes,
  counts: tickets,
  kind: of_,
  promotion,
  otherSeats,
}: Wish): Step[] {
  const lock: Command =
    of_ === 'numbered'
      ? { do: 'lock seats', session: buyer, seats: codes }
      : { do: 'lock places', session: buyer, counts: tickets };
  return [
    [lock],
    [{ do: 'order', session: buyer, promotion, otherSeats, twice: false }],
    [{ do: 'start', order: 0 }],
    [{ do: 'settle', order: 0, how: 'pay' }],
  ];
}

const steps: fc.Arbitrary<Step[]> = fc.oneof(
  { weight: 6, arbitrary: alone.map((one) => [one]) },
  { weight: 2, arbitrary: together.map((several) => [several]) },
  { weight: 3, arbitrary: purchase },
);
const stretch = (minLength: number, maxLength: number): fc.Arbitrary<Step[]> =>
  fc.array(steps, { minLength, maxLength, size: 'max' }).map((parts) => parts.flat());

/** Three stretches of time with a few steps each: about eight commands. */
export const sequences: fc.Arbitrary<Sequence> = fc.tuple(stretch(1, 4), stretch(0, 3), stretch(0, 2));

/** How a step reads in a report. */
export const told = (one: Step): string => one.map((each) => JSON.stringify(each)).join(' ∥ ');
