export { createSandbox } from './sandbox.ts';
export type { Sandbox, SandboxSettings } from './sandbox.ts';
