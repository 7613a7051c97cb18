/** XML as S3 speaks it: elements with text or elements in them, no attributes but the namespace. */
export type Xml = string | number | boolean | { [name: string]: Xml | Xml[] | undefined };

const namespace = 'http://s3.amazonaws.com/doc/2006-03-01/';

export function xmlDocument(name: string, content: Xml): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="${namespace}">${inner(content)}</${name}>`;
}

function inner(content: Xml): string {
  if (typeof content !== 'object') return escaped(String(content));
  return Object.entries(content)
    .flatMap(([name, value]) => [value].flat().map((each) => element(name, each)))
    .join('');
}

const element = (name: string, value: Xml | undefined): string =>
  value === undefined ? '' : `<${name}>${inner(value)}</${name}>`;

const signs: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};
const escaped = (text: string): string => text.replace(/[&<>"\r]/g, (sign) => signs[sign] ?? sign);

/** What stands between the tags of each element of this name. */
export function elements(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, 'gs'))].map(([, text = '']) => text);
}

export const textOf = (xml: string, name: string): string | undefined => {
  const [text] = elements(xml, name);
  return text === undefined ? undefined : plain(text);
};

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (text: string): string =>
  text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name) return entities[name] ?? whole;
      return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
    },
  );
