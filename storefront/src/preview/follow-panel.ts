const bar = document.querySelector<HTMLElement>('[data-panel]');

/** The panel says when something was saved: the draft is drawn anew. */
globalThis.addEventListener('message', ({ origin, data }: MessageEvent<{ type?: unknown } | null>) => {
  if (origin === bar?.dataset['panel'] && data?.type === 'strapiUpdate') globalThis.location.reload();
});
