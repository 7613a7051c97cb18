/** Control characters, line breaks among them, and those that turn the direction of writing around. */
const unprintable = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/g;

/** A text as one line: what came with breaks or control characters cannot begin a header or a line of its own. */
export const clean = (text: string): string => text.replace(unprintable, ' ');

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

const harmless = /^(https?:\/\/|mailto:|tel:|#)/i;

/** Addresses of links come from texts and data: what is neither a page, a mail nor a phone leads nowhere. */
export const withSafeLinks = (html: string): string =>
  html.replace(/\bhref="([^"]*)"/g, (whole, address: string) =>
    harmless.test(address) ? whole : 'href="#"',
  );
