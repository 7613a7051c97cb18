const letters = 'abcdefghijklmnopqrstuvwxyz';
const alphabet = `${letters}0123456789`;

/** An opaque id of 24 characters, letter first: the shape of Strapi's document ids. About 123 random bits. */
export function newId(): string {
  return symbol(letters) + Array.from({ length: 23 }, () => symbol(alphabet)).join('');
}

export const idPattern = /^[a-z][a-z0-9]{23}$/;

function symbol(from: string): string {
  return from.charAt(randomBelow(from.length));
}

// Bytes past the last full multiple would favour the first symbols: draw again.
function randomBelow(limit: number): number {
  const byte = crypto.getRandomValues(new Uint8Array(1))[0] ?? 0;
  return byte < 256 - (256 % limit) ? byte % limit : randomBelow(limit);
}
