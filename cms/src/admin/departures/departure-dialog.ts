import type { Departure } from './departure.ts';

/** A departure on its page, and how to read it anew. */
export type OfDeparture = { departure: Departure; load: () => void };

/** What every dialog of a departure is given. */
export type DepartureDialog = OfDeparture & { open: boolean; setOpen: (open: boolean) => void };
