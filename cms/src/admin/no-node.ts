/**
 * What stands for modules of Node in the browser. The panel draws seating plans with the kit's schemas; the kit's tokens,
 * signatures and limits on time come along in the same module list and are never made here.
 */
const absent = (): never => {
  throw new Error('Tokens, signatures and limits on time are made on the server.');
};

export const createHash = absent;
export const createHmac = absent;
export const randomBytes = absent;
export const timingSafeEqual = absent;
export const AsyncLocalStorage = { snapshot: () => absent };
