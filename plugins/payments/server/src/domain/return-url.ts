/** Whether a buyer may be sent back there: an address on one of our origins, without a name or password in it. */
export function isOwnAddress(address: string, origins: readonly string[]): boolean {
  if (!URL.canParse(address)) return false;
  const { origin, protocol, username, password } = new URL(address);
  return /^https?:$/.test(protocol) && username === '' && password === '' && origins.includes(origin);
}
