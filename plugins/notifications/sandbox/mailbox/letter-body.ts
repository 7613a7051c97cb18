import { Buffer } from 'node:buffer';
import type { Letter } from './letters.ts';

/** Runs nothing, fetches nothing, and opens its links in pages of their own. */
export const bodyPolicy =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** The HTML of a mail as its frame shows it: pictures that came along stand in it. */
export function letterBody({ html = '', attachments }: Letter): string {
  const withPictures = html.replace(/\bcid:([^"'\s)>]+)/g, (whole, id: string) => {
    const picture = attachments.find(({ contentId }) => contentId === id);
    return picture ? `data:${picture.type};base64,${Buffer.from(picture.bytes).toString('base64')}` : whole;
  });
  const base = '<base target="_blank" />';
  return /<head[^>]*>/i.test(withPictures)
    ? withPictures.replace(/<head[^>]*>/i, (head) => head + base)
    : base + withPictures;
}
