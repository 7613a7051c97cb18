import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Localized } from '@gangway/kit';
import type { Logger } from 'pino';

/** Answers requests below the service's address; `request.url` begins behind it. */
export type ServiceHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void> | void;

export type MountContext = {
  /** `/yookassa`: where the service is mounted, without a slash at the end. */
  path: string;
  log: Logger;
};

/** Somebody outside our house that the sandbox stands in for: a payment gateway, a messenger, a mailbox. */
export type SandboxService = {
  /** First part of its address: lower case, digits and dashes. */
  id: string;
  title: Localized;
  /** One sentence: what can be done here. */
  summary: Localized;
  mount(context: MountContext): ServiceHandler;
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

/** The services by their id; throws when two have the same one. */
export function serviceTable(services: readonly SandboxService[]): ReadonlyMap<string, SandboxService> {
  const table = new Map<string, SandboxService>();
  for (const service of services) {
    if (table.has(service.id))
      throw new TypeError(`Two sandbox services are called "${service.id}": rename one.`);
    table.set(service.id, service);
  }
  return table;
}
