/** Asks the page itself how it stands, and shows what has changed without blinking. */
const shown = () => document.querySelector<HTMLElement>('[data-outcome]');

/** The answer comes when there is news of the payment; no proxy loses patience before. Seconds. */
const patience = 20;
const opened = performance.now();

async function look(address: string): Promise<void> {
  const asked = performance.now();
  const headers = { prefer: `wait=${patience}` };
  const answer = await fetch(address, { redirect: 'manual', headers }).catch(() => undefined);
  if (answer?.type === 'opaqueredirect') return location.reload();
  if (answer?.ok) show(new DOMParser().parseFromString(await answer.text(), 'text/html'));
  const hasWaited = answer?.headers.has('preference-applied') && performance.now() - asked > 1_000;
  await again({ hasWaited });
}

function show(page: Document): void {
  const fresh = page.querySelector<HTMLElement>('[data-outcome]');
  const before = shown();
  if (!fresh || !before) return;
  // Scripts of a form that comes now have not run yet: a whole page does it better.
  if (fresh.dataset['outcome'] !== before.dataset['outcome']) return location.reload();
  before.dataset['pause'] = fresh.dataset['pause'];
  if (before.innerText.trim() !== fresh.innerText.trim()) before.replaceChildren(...fresh.childNodes);
}

/** Whoever was let wait asks again at once; where nobody could wait, the next question comes after a pause. */
async function again({ hasWaited }: { hasWaited: boolean | undefined }): Promise<void> {
  const { outcome, next, pause } = shown()?.dataset ?? {};
  if (outcome !== 'waiting' || !next) return;
  const quick = Number(pause) * 500;
  if (!hasWaited) await new Promise((resume) => setTimeout(resume, quick));
  await look(whenAnswered(next));
}

/** The address says how long the reader will have waited when the answer comes: what the page tells depends on it. */
function whenAnswered(next: string): string {
  const address = new URL(next, location.href);
  const before = Number(address.searchParams.get('waited'));
  const now = (performance.now() - opened) / 1_000;
  address.searchParams.set('waited', String(Math.round(before + now + patience)));
  return address.href;
}

void again({ hasWaited: true });
export {};
