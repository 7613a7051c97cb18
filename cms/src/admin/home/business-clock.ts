/** How far the clock of the business stands from the browser's; a demonstration may move it. */
const clock = { offsetMs: 0 };

/** Takes the time over from an answer of the server. */
export function keepTime(now: string, browserNow: Date = new Date()): void {
  const offset = Date.parse(now) - browserNow.getTime();
  clock.offsetMs = Math.abs(offset) > tolerated ? offset : 0;
}

// Answers take a moment to arrive and machines differ by some: that is no moved clock.
const tolerated = 60_000;

export const businessNow = (browserNow: Date = new Date()): Date =>
  new Date(browserNow.getTime() + clock.offsetMs);
