/** The path of a request target, without its query string. */
export function pathOf(url = '/'): string {
  const at = url.indexOf('?');
  return at < 0 ? url : url.slice(0, at);
}

/** The query string of a request target, without the question mark. */
export function querystringOf(url = '/'): string {
  const at = url.indexOf('?');
  return at < 0 ? '' : url.slice(at + 1);
}

/** Paths whose answers are ours in shape; everything else belongs to Strapi's panel. */
export const isPublicApi = (path: string): boolean => /^\/(api|octo)(\/|$)/i.test(path);
