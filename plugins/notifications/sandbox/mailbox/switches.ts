/** How the mailbox misbehaves when it is asked to. */
export type Switches = {
  /** Recipients whose address contains one of these are refused for good (550). */
  refuse: readonly string[];
  /** Everything is refused for now (451). */
  busy: boolean;
  /** Milliseconds before a mail is taken. */
  slowMs: number;
};

export const calm: Switches = Object.freeze({ refuse: [], busy: false, slowMs: 0 });

const longestWait = 60_000;

/** Switches as a form or a program gives them; what is left out stays. */
export function changed(now: Switches, given: Partial<Record<keyof Switches, unknown>>): Switches {
  const { refuse, busy, slowMs } = given;
  return {
    refuse: refuse === undefined ? now.refuse : words(refuse),
    busy: busy === undefined ? now.busy : busy === true || busy === 'on',
    slowMs: slowMs === undefined ? now.slowMs : milliseconds(slowMs),
  };
}

const words = (value: unknown): string[] =>
  (Array.isArray(value) ? value.map(String) : String(value).split(/[\s,]+/))
    .map((word) => word.trim())
    .filter(Boolean);

const milliseconds = (value: unknown): number =>
  Math.min(Math.max(Math.trunc(Number(value)) || 0, 0), longestWait);
