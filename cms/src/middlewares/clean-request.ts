export { cleanRequest as default } from '../frame/request/clean-input.ts';
