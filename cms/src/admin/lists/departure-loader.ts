export type NextDeparture = { eventId: string; startAt: string; timezone: string };
export type Departures = { id: string; next: NextDeparture | null; next30Days: number };
export type Kind = 'activity' | 'vessel' | 'route' | 'berth' | 'venue';

type Ask = (kind: Kind, ids: string[]) => Promise<Departures[]>;
type Batch = { ids: Set<string>; answer: Promise<Departures[]> };

/** Gathers what the rows of one list ask for in the same moment into one request per kind. */
export function createDepartureLoader(ask: Ask) {
  const open = new Map<Kind, Batch>();
  const begin = (kind: Kind): Batch => {
    const ids = new Set<string>();
    const answer = Promise.resolve().then(() => {
      open.delete(kind);
      return ask(kind, [...ids]);
    });
    const batch = { ids, answer };
    open.set(kind, batch);
    return batch;
  };
  return async (kind: Kind, id: string): Promise<Departures | undefined> => {
    const batch = open.get(kind) ?? begin(kind);
    batch.ids.add(id);
    return (await batch.answer).find((one) => one.id === id);
  };
}
