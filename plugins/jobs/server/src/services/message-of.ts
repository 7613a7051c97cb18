/** What an unknown failure says; errors of other realms are not instances of our Error. */
export function messageOf(error: unknown): string {
  if (typeof error !== 'object' || error === null || !('message' in error)) return String(error);
  return String(error.message) || 'It failed without a message.';
}
