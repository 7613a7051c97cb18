/** A drawing in its own units, 3:2. */
export const canvas = { width: 1500, height: 1000 } as const;
