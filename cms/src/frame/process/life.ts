import { perStrapi } from '../per-strapi.ts';

/** Whether this process takes work, and how many requests it is answering. */
export interface Life {
  readonly draining: boolean;
  readonly inFlight: number;
  enter(): void;
  leave(): void;
  /** From now on the process is not ready; it still answers. */
  retire(): void;
  /** Calls at the first moment of a stop, before anything else ends. */
  onRetire(call: () => void): void;
  /** The same; resolves when no request is in flight. */
  drain(): Promise<void>;
}

export function createLife(): Life {
  const state = { draining: false, inFlight: 0 };
  const waiting = new Set<() => void>();
  const retiring = new Set<() => void>();
  const retire = () => {
    state.draining = true;
    for (const call of retiring) call();
    retiring.clear();
  };
  const settle = () => {
    if (state.inFlight === 0) for (const resolve of waiting) resolve();
  };
  return {
    get draining() {
      return state.draining;
    },
    get inFlight() {
      return state.inFlight;
    },
    enter: () => void state.inFlight++,
    leave: () => {
      state.inFlight--;
      settle();
    },
    retire,
    onRetire: (call) => void retiring.add(call),
    drain: () => {
      retire();
      const idle = new Promise<void>((resolve) => waiting.add(resolve));
      settle();
      return idle;
    },
  };
}

export const life = perStrapi(() => createLife());
