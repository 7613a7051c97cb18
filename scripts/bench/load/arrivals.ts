/** When work is due that arrives at a fixed rate, whatever becomes of the work before it. */
export interface Arrivals {
  total: number;
  /** Milliseconds after the beginning. */
  dueAt: (index: number) => number;
  /** How many are due by then. */
  dueBy: (elapsedMs: number) => number;
}

export function arrivals({ rate, seconds }: { rate: number; seconds: number }): Arrivals {
  const total = Math.round(rate * seconds);
  return {
    total,
    dueAt: (index) => (index * 1000) / rate,
    dueBy: (elapsedMs) => Math.min(total, Math.floor((elapsedMs * rate) / 1000) + 1),
  };
}
