import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Localized } from './locale.ts';
import type { ProviderLog } from './provider.ts';

/** Answers requests below the service's address; `request.url` begins behind it. */
export type ServiceHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

export type MountContext = {
  /** `/yookassa`: where the service is mounted, without a slash at the end. */
  path: string;
  /** The whole address people reach it at: `http://localhost:4400/yookassa`. */
  url: string;
  /** Where our processes reach cms, without a slash at the end. */
  cmsUrl: string;
  /** A folder of its own for what must survive a restart; undefined: nothing is kept. */
  folder?: string;
  log: ProviderLog;
  /** Business time, as cms keeps it. */
  now(): Date;
  /** Called whenever business time was moved. */
  onMove(listener: () => void): () => void;
  /** Appends one line to the record of what this service did, which proofs read. */
  journal(entry: Record<string, unknown>): void;
};

/** Somebody outside our house that the sandbox stands in for: a payment gateway, a messenger, a mailbox. */
export type SandboxService = {
  /** First part of its address: lower case, digits and dashes. */
  id: string;
  title: Localized;
  /** One sentence: what can be done here. */
  summary: Localized;
  mount(context: MountContext): ServiceHandler | Promise<ServiceHandler>;
  /** Frees what `mount` opened besides requests: ports, timers. */
  close?(): Promise<void>;
};

const idPattern = /^[a-z][a-z0-9-]*$/;
const ownPaths = ['clock', 'healthz', 'assets'];

/** Declares a service; throws one sentence when its address cannot be used. */
export function defineSandboxService(service: SandboxService): SandboxService {
  if (!idPattern.test(service.id))
    throw new TypeError(`Sandbox service "${service.id}": give an id such as "yookassa".`);
  if (ownPaths.includes(service.id))
    throw new TypeError(`Sandbox service "${service.id}": the sandbox uses that address.`);
  return Object.freeze(service);
}
