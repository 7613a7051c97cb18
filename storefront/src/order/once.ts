/** A second press while the answer to the first is on its way does nothing. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-once]')) {
  form.addEventListener('submit', (event) => {
    if (form.dataset['sent'] !== undefined) return event.preventDefault();
    form.dataset['sent'] = '';
    event.submitter?.setAttribute('aria-busy', 'true');
  });
  window.addEventListener('pageshow', () => {
    delete form.dataset['sent'];
    form.querySelector('[aria-busy]')?.removeAttribute('aria-busy');
  });
}
export {};
