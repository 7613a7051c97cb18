/** Buttons that show what is typed into a password field; without scripts there are none. */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-shows]')) {
  const input = document.getElementById(button.dataset['shows'] ?? '') as HTMLInputElement | null;
  if (!input) continue;
  button.hidden = false;
  button.addEventListener('click', () => {
    const isShown = input.type === 'password';
    input.type = isShown ? 'text' : 'password';
    button.setAttribute('aria-pressed', String(isShown));
  });
  // Password managers look for a field of type password when the form is sent.
  input.form?.addEventListener('submit', () => (input.type = 'password'));
}
