/** How much there is in the database of a run. */
export interface Scale {
  /** Names the templates. */
  name: 'whole' | 'small';
  /** Copies of each public activity of the season. */
  copies: number;
  departures: number;
  /** Numbered seats of the hall; and how many evenings it is open, one for each round that locks seats. */
  seats: number;
  evenings: number;
  /** Departures without numbered places. */
  open: number;
  orders: number;
}

export const scales: Record<Scale['name'], Scale> = {
  whole: {
    ...{ name: 'whole', copies: 55, departures: 100_000, seats: 32_000, evenings: 60 },
    ...{ open: 201, orders: 1_000_000 },
  },
  small: {
    ...{ name: 'small', copies: 4, departures: 2_000, seats: 2_000, evenings: 20 },
    ...{ open: 21, orders: 2_000 },
  },
};
