import { perStrapi } from '../per-strapi.ts';

/** Whether this process takes work, and how many requests it is answering. */
export interface Life {
  readonly draining: boolean;
  readonly inFlight: number;
  enter(): void;
  leave(): void;
  /** From now on the process is not ready; it still answers. */
  retire(): void;
  /** The same; resolves when no request is in flight. */
  drain(): Promise<void>;
}

export function createLife(): Life {
  const state = { draining: false, inFlight: 0 };
  const waiting = new Set<() => void>();
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
    retire: () => void (state.draining = true),
    drain: () => {
      state.draining = true;
      const idle = new Promise<void>((resolve) => waiting.add(resolve));
      settle();
      return idle;
    },
  };
}

export const life = perStrapi(() => createLife());
