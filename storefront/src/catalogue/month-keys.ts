const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
const pageKeys: Record<string, string> = { PageUp: 'previous', PageDown: 'next' };

/** Arrows walk over the days of a month, PageUp and PageDown turn it. */
export function monthKeys(): void {
  document.addEventListener('keydown', (event) => {
    const day = (event.target as Element).closest<HTMLElement>('[data-day]');
    const month = day?.closest('.month');
    if (!day || !month) return;
    const target = pageKeys[event.key]
      ? month.querySelector<HTMLElement>(`[data-step="${pageKeys[event.key]}"]`)
      : neighbour(month, day, event.key);
    if (!target) return;
    event.preventDefault();
    if (pageKeys[event.key]) target.click();
    else target.focus();
  });
}

/** The next day with departures in that direction: sideways day by day, up and down in whole weeks. */
function neighbour(month: Element, day: HTMLElement, key: string): HTMLElement | undefined {
  const days = [...month.querySelectorAll<HTMLElement>('[data-day]')];
  if (key === 'Home') return days[0];
  if (key === 'End') return days.at(-1);
  const step = steps[key];
  if (!step) return undefined;
  const from = numberOf(day);
  const ahead = days.filter((other) => isAhead(numberOf(other) - from, step));
  return step > 0 ? ahead[0] : ahead.at(-1);
}

const numberOf = (day: HTMLElement): number => Number(day.dataset.day?.slice(8));

const isAhead = (distance: number, step: number): boolean =>
  Math.sign(distance) === Math.sign(step) && distance % step === 0;
