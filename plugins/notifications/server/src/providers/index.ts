export { emailChannel } from './email/provider.ts';
