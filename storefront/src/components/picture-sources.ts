/** A picture as the API gives it. */
export interface Image {
  url: string;
  width: number | null;
  height: number | null;
  alt: string;
  sources: { url: string; width: number; height: number }[];
  /** What must stay visible when the picture is cut: parts of width and height, from the top left corner. */
  focalPoint?: { x: number; y: number } | null;
}

interface SourceSet {
  /** Media type; undefined where the file's ending says nothing. */
  type: string | undefined;
  srcset: string;
}

const types: Record<string, string> = {
  ...{ avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg', jpeg: 'image/jpeg', png: 'image/png' },
  ...{ gif: 'image/gif', svg: 'image/svg+xml' },
};
/** What a browser should try first. */
const order = ['image/avif', 'image/webp'];

const typeOf = (url: string): string | undefined =>
  types[/\.(\w+)(?:[?#]|$)/.exec(url.slice(url.lastIndexOf('/') + 1))?.[1]?.toLowerCase() ?? ''];

/** The sizes of a picture by format, the lightest format first; the picture itself is the largest of its format. */
export function sourceSets(image: Image): SourceSet[] {
  const own = image.width ? [{ url: image.url, width: image.width }] : [];
  const byType = Map.groupBy([...image.sources, ...own], ({ url }) => typeOf(url));
  const rank = (type: string | undefined) =>
    (order.indexOf(type ?? '') + order.length + 1) % (order.length + 1);
  return [...byType]
    .map(([type, files]) => ({ type, srcset: srcsetOf(files) }))
    .sort((left, right) => rank(left.type) - rank(right.type));
}

const srcsetOf = (files: { url: string; width: number }[]): string =>
  [...new Map(files.map((file) => [file.width, file])).values()]
    .sort((left, right) => left.width - right.width)
    .map(({ url, width }) => `${url} ${width}w`)
    .join(', ');

/** The focal point in tenths: a policy without inline styles knows it by classes. */
export function focusClasses({ focalPoint }: Image): string[] {
  if (!focalPoint) return [];
  const tenth = (part: number) => Math.round(Math.min(1, Math.max(0, part)) * 10);
  return [`picture--x${tenth(focalPoint.x)}`, `picture--y${tenth(focalPoint.y)}`];
}
