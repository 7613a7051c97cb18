export { yookassaSandbox } from '../server/src/providers/yookassa/sandbox/service.ts';
export { startYookassaSandbox } from '../server/src/providers/yookassa/sandbox/start.ts';
export type { StartSettings, StartedYookassa } from '../server/src/providers/yookassa/sandbox/start.ts';
