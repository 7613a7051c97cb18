import type { Core } from '@strapi/strapi';
import { perStrapi } from '../../../frame/per-strapi.ts';

/** All places of one hold as they stand now. */
export type SupplierRequest = {
  holdId: string;
  eventId: string;
  seats: readonly string[];
  /** By id of the ticket type. */
  quantities: Readonly<Record<string, number>>;
  expiresAt: Date;
};

/**
 * The door to whoever really owns the places of a departure. `hold` is called after our own lock is committed and
 * outside any transaction. The same `holdId` again is the same question: what grew is held on top, nothing twice.
 * Rejects with kit's `providerRefused` (nothing is held there) or `providerUnreachable` (nobody knows).
 */
export type SupplierHold = {
  /** Whether places of the departure must be asked for; the answer is at hand, no waiting. */
  covers(eventId: string): boolean;
  hold(request: SupplierRequest): Promise<{ reference: string }>;
  /**
   * All places of the hold are free again: unlocked, expired, or an order that nobody paid. Asked again until it is
   * answered; a hold they do not know, or have ended themselves, is answered like one that they end now.
   */
  release(released: ReleasedHold): Promise<void>;
};

/** `reference`: theirs, where they ever gave one. */
export type ReleasedHold = { holdId: string; eventId: string; reference: string | null };

/** Every departure is our own. */
export const noSupplier: SupplierHold = {
  covers: () => false,
  hold: ({ holdId }) => Promise.resolve({ reference: holdId }),
  release: () => Promise.resolve(),
};

const drivers = perStrapi((): { driver: SupplierHold } => ({ driver: noSupplier }));

export const supplierHold = (strapi: Core.Strapi): SupplierHold => drivers(strapi).driver;

/** Puts another driver in place; called in `register` of the room that brings suppliers. */
export function useSupplier(strapi: Core.Strapi, driver: SupplierHold): void {
  drivers(strapi).driver = driver;
}
