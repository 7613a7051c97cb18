const wide = '(min-width: 901px)';

/** Applies filters without leaving the page: the same address is fetched and its parts are put in place. */
export function liveResults(): void {
  const results = document.querySelector<HTMLElement>('#results');
  if (!results) return;
  const show = shower();
  const go = (url: string) => {
    history.pushState(null, '', url);
    return show(url);
  };
  onForm(go);
  onLinks(go);
  addEventListener('popstate', () => void show(location.href));
  filterSheet();
}

type Go = (url: string) => Promise<void>;

/** Shows an address; a newer question makes an older one void. */
function shower(): Go {
  const asked: { last?: AbortController } = {};
  return async (url) => {
    asked.last?.abort();
    const asking = new AbortController();
    asked.last = asking;
    busy(true);
    const page = await fetchPage(url, asking.signal);
    if (asking.signal.aborted) return;
    if (!page) return location.assign(url);
    putInPlace(page);
    busy(false);
  };
}

async function fetchPage(url: string, signal: AbortSignal): Promise<Document | undefined> {
  const response = await fetch(url, { signal, headers: { accept: 'text/html' } }).catch(() => undefined);
  const text = await response?.text().catch(() => undefined);
  return text?.includes('id="results"') ? new DOMParser().parseFromString(text, 'text/html') : undefined;
}

function busy(isBusy: boolean): void {
  document.querySelector('#results')?.setAttribute('aria-busy', String(isBusy));
}

/** Focus stays where it was, also when the element under it was made anew; folds stay open. */
function putInPlace(page: Document): void {
  const { id = '' } = document.activeElement ?? {};
  const open = [...document.querySelectorAll<HTMLDetailsElement>('details[open][id]')].map((fold) => fold.id);
  for (const part of page.querySelectorAll<HTMLElement>('[data-swap]'))
    document.querySelector(`[data-swap="${part.dataset.swap}"]`)?.replaceChildren(...adopted(part));
  moveForm(page);
  keepWords(page);
  for (const fold of open) document.getElementById(fold)?.setAttribute('open', '');
  if (id && document.activeElement?.id !== id) document.getElementById(id)?.focus({ preventScroll: true });
  document.title = page.title;
  const said = document.querySelector('#results-said');
  if (said) said.textContent = document.querySelector('#results-count')?.textContent?.trim() ?? '';
}

const adopted = (part: HTMLElement): Node[] => [...part.childNodes].map((node) => document.adoptNode(node));

/** The form may stand in the sheet. */
function moveForm(page: Document): void {
  const sheet = document.querySelector<HTMLDialogElement>('#filter-sheet');
  const form = document.querySelector('[data-filters-place] > form');
  if (!sheet?.open || !form || page === document) return;
  document.querySelector('[data-sheet-place]')?.replaceChildren(form);
}

/** The search box is not made anew: who types goes on typing. */
function keepWords(page: Document): void {
  const box = document.querySelector<HTMLInputElement>('#catalogue-words');
  const said = page.querySelector<HTMLInputElement>('#catalogue-words')?.getAttribute('value') ?? '';
  if (box && document.activeElement !== box) box.value = said;
}

function addressOf(form: HTMLFormElement): string {
  const said = [...new FormData(form)].filter(
    (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1] !== '',
  );
  const query = new URLSearchParams(said).toString();
  return form.action + (query && `?${query}`);
}

function onForm(go: Go): void {
  document.addEventListener('change', ({ target }) => {
    const form = (target as HTMLInputElement).form;
    if (form?.id === 'filters' && (target as HTMLInputElement).name !== 'q') void go(addressOf(form));
  });
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (form.id !== 'filters') return;
    event.preventDefault();
    document.querySelector<HTMLDialogElement>('#filter-sheet')?.close();
    void go(addressOf(form));
  });
}

function onLinks(go: Go): void {
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a');
    const isOurs = link?.matches('[data-live], [data-page], #results [data-step]') ?? false;
    if (!link || !isOurs || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void go(link.href).then(() => link.matches('[data-page]') && toTop());
  });
}

function toTop(): void {
  const results = document.querySelector<HTMLElement>('#results');
  results?.scrollIntoView();
  results?.querySelector<HTMLElement>('a')?.focus({ preventScroll: true });
}

/** On a phone the form moves into a sheet that opens over the page, and back. */
function filterSheet(): void {
  const sheet = document.querySelector<HTMLDialogElement>('#filter-sheet');
  const place = document.querySelector('[data-filters-place]');
  if (!sheet || !place) return;
  const form = () => document.querySelector('#filters');
  document.querySelector('[data-open-filters]')?.addEventListener('click', (event) => {
    event.preventDefault();
    document.querySelector('[data-sheet-place]')?.append(form() ?? '');
    sheet.showModal();
  });
  sheet.addEventListener('close', () => place.append(form() ?? ''));
  sheet.addEventListener('click', ({ target }) => {
    if (target === sheet || (target as Element).closest('[data-close-filters]')) sheet.close();
  });
  matchMedia(wide).addEventListener('change', ({ matches }) => matches && sheet.close());
}
