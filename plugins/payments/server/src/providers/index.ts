export { yookassa } from './yookassa/provider.ts';
