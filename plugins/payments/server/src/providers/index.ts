export { fake } from './fake/provider.ts';
export { yookassa } from './yookassa/provider.ts';
