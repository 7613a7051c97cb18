/** A button that copies what stands beside it; it shows itself only where copying works. */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
  const text = document.getElementById(button.dataset['copy'] ?? '')?.textContent ?? '';
  const said = button.querySelector('[data-said]');
  button.hidden = !('clipboard' in navigator);
  button.addEventListener('click', () => {
    void navigator.clipboard.writeText(text).then(() => {
      if (said) said.textContent = button.dataset['done'] ?? '';
    });
  });
}
