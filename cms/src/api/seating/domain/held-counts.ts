/** Tickets without a number: how many of a type, and in which zone; `zone` is null where they are in none. */
export interface TypeCount {
  ticketTypeId: string;
  zone: string | null;
  quantity: number;
}

/** Some of those to let go; without `zone` in whichever there are some. */
export type LetGoCount = Omit<TypeCount, 'zone'> & { zone?: string | null | undefined };

/** What a session lets go: seats by code and tickets without a number; neither means all that it holds. */
export interface LetGo {
  seats?: readonly string[] | undefined;
  counts?: readonly LetGoCount[] | undefined;
}

/** Quantities by type as counts, of one zone where it is named. */
export function countsOf(quantities: Readonly<Record<string, number>>, zone?: string): LetGoCount[] {
  return Object.entries(quantities).map(([ticketTypeId, quantity]) => ({ ticketTypeId, quantity, zone }));
}

/** One count for each type and zone, in the order in which they were taken. */
export function byTypeAndZone(counts: readonly TypeCount[]): TypeCount[] {
  const alike = Map.groupBy(counts, ({ ticketTypeId, zone }) => JSON.stringify([ticketTypeId, zone]));
  return [...alike.values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const { ticketTypeId, zone } = first;
    return { ticketTypeId, zone, quantity: others.reduce((sum, one) => sum + one.quantity, first.quantity) };
  });
}

/** The same without zones. */
export function byType(counts: readonly TypeCount[]): Record<string, number> {
  const quantities: Record<string, number> = {};
  for (const { ticketTypeId, quantity } of counts)
    quantities[ticketTypeId] = (quantities[ticketTypeId] ?? 0) + quantity;
  return quantities;
}
