/** What is nicer with scripts; without them every button of the form asks the server. */
const form = document.querySelector<HTMLFormElement>('#checkout');

/** The button that was pressed last: a second press while the answer is on its way is not a second purchase. */
function pressOnce(event: SubmitEvent): void {
  const button = event.submitter;
  if (!(event.currentTarget instanceof HTMLFormElement) || !button) return;
  if (event.currentTarget.dataset['sent'] !== undefined) return event.preventDefault();
  event.currentTarget.dataset['sent'] = '';
  button.setAttribute('aria-busy', 'true');
}

/** Another ticket type changes the sums and nothing else of the page. */
async function refresh(select: HTMLSelectElement): Promise<void> {
  if (!form) return;
  const data = new URLSearchParams([...new FormData(form)].map(([name, value]) => [name, String(value)]));
  data.set('deed', 'refresh');
  const answer = await fetch(location.href, { method: 'POST', body: data }).catch(() => undefined);
  if (!answer?.ok || answer.redirected) return form.requestSubmit();
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  swap(page);
  document.getElementById(select.id)?.focus();
}

function swap(page: Document): void {
  for (const part of document.querySelectorAll<HTMLElement>('[data-part]')) {
    const fresh = page.querySelector(`[data-part="${part.dataset['part'] ?? ''}"]`);
    if (fresh) part.replaceWith(document.adoptNode(fresh));
  }
  const wish = page.querySelector<HTMLInputElement>('[name=wish]');
  const shown = form?.querySelector<HTMLInputElement>('[name=wish]');
  if (wish && shown) shown.value = wish.value;
}

form?.addEventListener('submit', pressOnce);
form?.addEventListener('change', ({ target }) => {
  if (target instanceof HTMLSelectElement && target.dataset['refresh'] !== undefined) void refresh(target);
});
window.addEventListener('pageshow', () => {
  delete form?.dataset['sent'];
  form?.querySelector('[aria-busy]')?.removeAttribute('aria-busy');
});
document.querySelector<HTMLElement>('#problems')?.focus();
export {};
