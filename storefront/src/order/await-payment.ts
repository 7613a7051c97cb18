/** Asks the page itself how it stands, and shows what has changed without blinking. */
const shown = () => document.querySelector<HTMLElement>('[data-outcome]');

async function look(address: string): Promise<void> {
  const answer = await fetch(address, { redirect: 'manual' }).catch(() => undefined);
  if (answer?.type === 'opaqueredirect') return location.reload();
  if (answer?.ok) show(new DOMParser().parseFromString(await answer.text(), 'text/html'));
  await again();
}

function show(page: Document): void {
  const fresh = page.querySelector<HTMLElement>('[data-outcome]');
  const before = shown();
  if (!fresh || !before) return;
  // Scripts of a form that comes now have not run yet: a whole page does it better.
  if (fresh.dataset['outcome'] !== before.dataset['outcome']) return location.reload();
  before.dataset['next'] = fresh.dataset['next'];
  before.dataset['pause'] = fresh.dataset['pause'];
  if (before.innerText.trim() !== fresh.innerText.trim()) before.replaceChildren(...fresh.childNodes);
}

async function again(): Promise<void> {
  const { outcome, next, pause } = shown()?.dataset ?? {};
  if (outcome !== 'waiting' || !next) return;
  const quick = Number(pause) * 500;
  await new Promise((resume) => setTimeout(resume, quick));
  await look(next);
}

void again();
export {};
