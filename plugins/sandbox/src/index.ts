export { createSandbox } from './sandbox.ts';
export type { SandboxSettings } from './sandbox.ts';
export { defineSandboxService } from './service.ts';
export type { MountContext, SandboxService, ServiceHandler } from './service.ts';
