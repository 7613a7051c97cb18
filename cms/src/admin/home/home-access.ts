type Permission = { action: string; subject?: string | null };

const section = /^api::sections\./;

/** What the home page has for a person: the departures, nothing because no section is open, or nothing of the open ones. */
export function homeAccess(permissions: readonly Permission[]): 'departures' | 'noSection' | 'elsewhere' {
  if (permissions.some(readsDepartures)) return 'departures';
  return permissions.some(({ action }) => section.test(action)) ? 'elsewhere' : 'noSection';
}

const readsDepartures = ({ action, subject }: Permission): boolean =>
  action === 'plugin::content-manager.explorer.read' && subject === 'api::catalog.event';
