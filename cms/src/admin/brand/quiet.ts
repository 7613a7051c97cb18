import type { StrapiApp } from '@strapi/strapi/admin';

type Permission = { action: string };
type Pass = (permissions: Permission[]) => unknown;

/** Doors of Strapi's own that lead out of the house or cannot be used in production. */
const closedDoors = [
  'admin::marketplace.read',
  'admin::provider-login.read',
  'plugin::content-type-builder.read',
  'plugin::content-releases.read',
];

/** Widgets about Strapi itself; ours are about departures. */
const foreignWidgets = [
  'profile-info',
  'key-statistics',
  'deploy-now',
  'chart-entries',
  'last-published-entries',
];

/** No marketplace, no product news, no links to Strapi's pages. */
export function quieten(app: StrapiApp): void {
  window.strapi.flags.docLinks = false;
  dismissBanner();
  app.addRBACMiddleware(
    (() => (next: Pass) => (permissions: Permission[]) =>
      next(permissions.filter(({ action }) => !closedDoors.includes(action)))) as never,
  );
  app.widgets.register((widgets) => widgets.filter(({ id }) => !foreignWidgets.includes(id)));
}

// Strapi keeps the dismissal per installation, by an id that ours does not send.
function dismissBanner(): void {
  for (const legacy of [true, false]) {
    window.localStorage.setItem(`STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_${legacy}:false`, 'true');
  }
}
