const box = document.querySelector<HTMLInputElement>('[data-search]');
const count = document.querySelector<HTMLElement>('[data-count]');
const items = [...document.querySelectorAll<HTMLElement>('[data-routes] [data-text]')];

/** Narrows the list while somebody types; without scripts the form does the same. */
function narrow(search: string): void {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  for (const item of items) item.hidden = !words.every((word) => (item.dataset['text'] ?? '').includes(word));
  for (const subject of document.querySelectorAll<HTMLElement>('[data-routes] > section'))
    subject.hidden = !subject.querySelector('[data-text]:not([hidden])');
  tell(items.filter(({ hidden }) => !hidden).length);
}

function tell(shown: number): void {
  if (!count) return;
  count.textContent = shown > 0 ? String(shown) : (count.dataset['none'] ?? '');
}

box?.addEventListener('input', () => narrow(box.value));
