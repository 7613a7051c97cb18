export { cleanBody as default } from '../frame/request/clean-input.ts';
