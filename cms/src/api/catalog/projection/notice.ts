import type { OfferIds, OtherName } from '../domain/catalogue-rows.ts';

/** What a notice of the database asks to be read again. */
export type Asked = 'everything' | 'nothing' | OfferIds;

/** Tables by the names the database has for them. */
const tables: Record<string, OtherName> = {
  ...{ activities: 'activities', berths: 'berths', categories: 'categories', fees: 'fees', pages: 'pages' },
  ...{ products: 'products', routes: 'routes', seating_plans: 'plans', sellers: 'sellers', sites: 'sites' },
  ...{ ticket_types: 'ticketTypes', venues: 'venues', vessels: 'vessels' },
};

/** Reads a payload of the channel `catalog`; see `database/constraints/110-catalog-changes.sql`. */
export function readNotice(payload: string): Asked {
  const [kind = '', ...ids] = payload.split(' ');
  switch (kind) {
    case 'aside':
      return 'nothing';
    case 'events':
      return { eventIds: ids, activityIds: [] };
    case 'prices':
      return { eventIds: [], activityIds: ids };
    default:
      return tables[kind] ? { eventIds: [], activityIds: [], others: { [tables[kind]]: ids } } : 'everything';
  }
}

/** Ids that wait, each once. */
export type Waiting = { add(ids: OfferIds): void; take(): OfferIds; readonly size: number };

export function waitingIds(): Waiting {
  const events = new Set<string>();
  const activities = new Set<string>();
  const others = new Map<OtherName, Set<string>>();
  return {
    add(asked) {
      for (const id of asked.eventIds) events.add(id);
      for (const id of asked.activityIds) activities.add(id);
      for (const [name, ids] of entriesOf(asked.others))
        others.set(name, new Set([...(others.get(name) ?? []), ...ids]));
    },
    take() {
      const taken = { eventIds: [...events], activityIds: [...activities] };
      const named = Object.fromEntries([...others].map(([name, ids]) => [name, [...ids]]));
      for (const kind of [events, activities, others]) kind.clear();
      return Object.keys(named).length > 0 ? { ...taken, others: named } : taken;
    },
    get size() {
      return [...others.values()].reduce((sum, { size }) => sum + size, events.size + activities.size);
    },
  };
}

const entriesOf = (others: OfferIds['others'] = {}) =>
  Object.entries(others) as [OtherName, readonly string[]][];
