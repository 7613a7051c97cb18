/**
 * How much of the time since it was asked last the event loop of this process was at work, from 0 to 1: the loop is
 * what requests queue for. Each reader keeps its own time. Only where Node runs.
 */
export function shareOfLoop(): () => number {
  const last = { look: performance.eventLoopUtilization() };
  return () => {
    const now = performance.eventLoopUtilization();
    const { utilization } = performance.eventLoopUtilization(now, last.look);
    last.look = now;
    return utilization;
  };
}

/** A process that is at work for less than this share of its time has room for what nobody waits for. */
export const calmShare = 0.5;
