import { providerRefused, providerUnreachable } from '@gangway/kit';
import {
  noSupplier,
  type ReleasedHold,
  type SupplierHold,
  type SupplierRequest,
  useSupplier,
} from '../supplier-hold/supplier-hold.ts';

export type Mood = 'holds' | 'refuses' | 'fails' | 'is silent';

/** A supplier of one departure that does as it is told and remembers what it was asked. */
export type TestSupplier = SupplierHold & {
  asked: SupplierRequest[];
  released: ReleasedHold[];
  mood: Mood;
  leave(): void;
};

export function supplierOf(eventId: string, mood: Mood): TestSupplier {
  const silent = new AbortController();
  const supplier: TestSupplier = {
    ...{ asked: [], released: [], mood },
    covers: (id) => id === eventId,
    hold: async (request) => {
      supplier.asked.push(request);
      if (supplier.mood === 'refuses') throw providerRefused('no_places', 'They have none.');
      if (supplier.mood === 'fails') throw providerUnreachable('They answered nonsense.');
      if (supplier.mood === 'is silent') await once(silent.signal);
      return { reference: `their-${request.holdId}` };
    },
    release: (hold) => {
      supplier.released.push(hold);
      return supplier.mood === 'fails'
        ? Promise.reject(providerUnreachable('They answered nonsense.'))
        : Promise.resolve();
    },
    leave: () => {
      silent.abort();
      useSupplier(strapi, noSupplier);
    },
  };
  useSupplier(strapi, supplier);
  return supplier;
}

const once = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
