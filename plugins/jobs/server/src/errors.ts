/** A mistake in how the house was put together: stops the boot with a sentence that says what to do. */
export function setupError(message: string): Error {
  return Object.assign(new Error(message), { code: 'JOBS_SETUP', operator: true } as const);
}
