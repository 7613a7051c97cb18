export { default } from './config/lint.js';
