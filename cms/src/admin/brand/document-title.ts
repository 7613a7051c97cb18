const strapiName = /\s*\|\s*Strapi$|^Strapi Admin$/;

/** The browser tab with our name where Strapi writes its own. */
export const brandedTitle = (title: string): string => {
  const bare = title.replace(strapiName, '').trim();
  return bare && bare !== 'Gangway' ? `${bare} · Gangway` : 'Gangway';
};

/** Keeps the tab's title ours while Strapi's pages set theirs. */
export function brandTitle(): void {
  const element =
    document.querySelector('title') ?? document.head.appendChild(document.createElement('title'));
  const rename = () => {
    if (strapiName.test(document.title)) document.title = brandedTitle(document.title);
  };
  new MutationObserver(rename).observe(element, { childList: true, characterData: true, subtree: true });
  rename();
}
