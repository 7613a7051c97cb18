/** Markup that is safe to send; only `html` makes it, and a page puts in what it trusts as `{ markup }`. */
export type Html = { readonly markup: string };

export type HtmlPart = Html | readonly Html[] | string | number | undefined;

/** Escapes every value that is not markup itself; leaves out what is undefined. */
export function html(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  return { markup: strings.reduce((text, string, index) => text + markupOf(parts[index - 1]) + string) };
}

function markupOf(part: HtmlPart): string {
  if (part === undefined) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeSigns(String(part));
  return 'markup' in part ? part.markup : part.map(markupOf).join('\n');
}

const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escapeSigns(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
