import type { SandboxService } from '@gangway/kit';

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
