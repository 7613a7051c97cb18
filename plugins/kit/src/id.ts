const letters = 'abcdefghijklmnopqrstuvwxyz';
const alphabet = `${letters}0123456789`;

/** An opaque id of 24 characters, letter first: the shape of Strapi's document ids. About 123 random bits. */
export function newId(): string {
  return drawn(letters, 1) + drawn(alphabet, 23);
}

export const idPattern = /^[a-z][a-z0-9]{23}$/;

/** Symbols out of few draws of many bytes. Bytes past the last full multiple would favour the first symbols: left out. */
function drawn(from: string, count: number): string {
  const even = 256 - (256 % from.length);
  const bytes = crypto.getRandomValues(new Uint8Array(count + 8));
  const symbols = Array.from(
    bytes.filter((byte) => byte < even),
    (byte) => from.charAt(byte % from.length),
  );
  const text = symbols.slice(0, count).join('');
  return text.length < count ? text + drawn(from, count - text.length) : text;
}
