import type { Core } from '@strapi/strapi';

/** A route that the panel or our back office serves: `GET /admin/users/:id`. */
export interface AdminRoute {
  name: string;
  method: string;
  path: string;
}

const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Everything that is served beside the public API: `/api/admin`, the panel's own and any plugin's. */
export function adminRoutes(from: Core.Strapi): AdminRoute[] {
  const served = from.server
    .listRoutes()
    .flatMap(({ methods: own, path }) =>
      methods.filter((method) => own.includes(method)).map((method) => [method, String(path)] as const),
    );
  const ours = served.filter(([, path]) => !path.startsWith('/api/') || /^\/api\/(admin|crm)\//.test(path));
  return ours.map(([method, path]) => ({ name: `${method} ${path}`, method, path }));
}

const collectionTypes = [
  ...['activity', 'berth', 'category', 'event', 'fee', 'page', 'price', 'product', 'promotion', 'route'],
  ...['schedule', 'seller', 'ticket-type', 'venue', 'vessel'],
].map((name) => `api::catalog.${name}`);

const types = {
  collection: [...collectionTypes, 'api::seating.seating-plan'],
  single: ['api::catalog.site'],
};

export interface AdminRequest {
  method: string;
  path: string;
  body?: unknown;
}

const typeParameter = /:(model|uid|contentType)\b/;
const otherParameters = /:(?!model|uid|contentType)\w+/g;

/** The requests that try a route: one for each of our types where the path has one. */
export function filled({ name, method, path }: AdminRoute, { picture }: { picture: number }): AdminRequest[] {
  const body = method === 'GET' ? undefined : (bodies[name] ?? {});
  const shape = (paths[name] ?? path).replace(otherParameters, String(picture));
  return typesOf(shape).map((uid) => ({ method, body, path: shape.replace(typeParameter, uid) }));
}

function typesOf(path: string): string[] {
  if (!typeParameter.test(path)) return [''];
  return path.includes('single-types') ? types.single : types.collection;
}

const type = 'api::catalog.vessel';

/** Paths whose parameters must lead somewhere, or the answer would be about the parameter. */
const paths: { [route: string]: string } = {
  'GET /content-manager/relations/:model/:targetField':
    '/content-manager/relations/api::catalog.event/vessel',
};

/** Bodies that must be valid, or the answer would be about the body. */
const bodies: { [route: string]: unknown } = {
  'POST /i18n/content-manager/actions/get-non-localized-fields': { model: type, id: 'x', locale: 'ru' },
};

const health = 'says that the process lives';
const logIn = 'is how people log in or get their password back';
const own = 'is about the person who asks';
const schema = 'tells the panel how our types are built, not what is in them';
const off = 'belongs to a service that is switched off';
const counts = 'counts for the home page, and tells of documents only what the person may read';
const list = 'lists what permissions there are, not who holds them';
const uidField = 'is about uid fields, and our types have none';

/** Open to everybody, logged in or not, and why. */
export const ofEverybody: { [route: string]: string } = {
  ...Object.fromEntries(methods.map((method) => [`${method} /_health`, health])),
  'GET /': 'leads to the panel',
  'GET /((?!uploads/).+)': 'serves public files',
  'GET /uploads/(.*)': 'serves the pictures of the shop',
  'GET /admin/init': 'tells the panel its languages and whether anybody has registered',
  'GET /admin/project-type': 'tells the panel that this is the free edition',
  'GET /content-manager/preview/script': 'serves a script',
  'POST /admin/login': logIn,
  'POST /admin/register-admin': 'makes the first administrator and nobody else',
  'GET /admin/registration-info': 'needs the token of an invitation',
  'POST /admin/register': 'needs the token of an invitation',
  'POST /admin/forgot-password': logIn,
  'POST /admin/reset-password': logIn,
};

/** Open to everybody who is logged in, and why. */
export const open: { [route: string]: string } = {
  'POST /admin/access-token': 'needs the refresh cookie of the person who asks',
  'POST /admin/logout': own,
  'GET /admin/users/me': own,
  'PUT /admin/users/me': own,
  'GET /admin/users/me/permissions': own,
  'GET /admin/users/me/sessions': own,
  'DELETE /admin/users/me/sessions': own,
  'DELETE /admin/users/me/sessions/:sessionId': own,
  'POST /admin/permissions/check': own,
  'GET /admin/homepage/layout': own,
  'PUT /admin/homepage/layout': own,
  'GET /admin/guided-tour-meta': own,
  'GET /admin/information': 'tells the panel the versions it runs with',
  'GET /admin/telemetry-properties': off,
  'GET /admin/license-trial-time-left': off,
  'GET /admin/ai-usage': off,
  'GET /admin/ai-token': off,
  'GET /admin/ai-feature-config': off,
  'GET /upload/ai-metadata-jobs/latest': off,
  'GET /i18n/settings': off,
  'GET /i18n/ai-localization-jobs/collection-types/:contentType/:documentId': off,
  'GET /i18n/ai-localization-jobs/single-types/:contentType': off,
  'GET /content-manager/preview/url/:contentType': 'gives a link only to who may read the type',
  'GET /admin/permissions': list,
  'GET /admin/content-api/permissions': list,
  'GET /admin/content-api/routes': list,
  'GET /users-permissions/permissions': list,
  'GET /users-permissions/policies': list,
  'GET /users-permissions/routes': list,
  'GET /admin/transfer/runner/push': 'needs a transfer token',
  'GET /admin/transfer/runner/pull': 'needs a transfer token',
  'GET /admin/homepage/key-statistics': counts,
  'GET /content-manager/homepage/recent-documents': counts,
  'GET /content-manager/homepage/count-documents': counts,
  'GET /content-manager/init': schema,
  'GET /content-manager/content-types': schema,
  'GET /content-manager/content-types-settings': schema,
  'GET /content-manager/content-types/:uid/configuration': schema,
  'GET /content-manager/components': schema,
  'GET /content-manager/components/:uid/configuration': schema,
  'PUT /content-manager/components/:uid/configuration': 'needs a component, and we have none',
  'POST /content-manager/uid/generate': uidField,
  'POST /content-manager/uid/check-availability': uidField,
  'GET /upload/configuration': schema,
  'POST /upload': 'looks at the file before it looks at the person; tried with a file',
  'GET /i18n/locales': 'tells the panel which languages there are',
};
