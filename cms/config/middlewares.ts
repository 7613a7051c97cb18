import { jsonBodyLimit } from '../src/frame/request/json-body.ts';
import { ownOrigins } from '../src/frame/request/own-origins.ts';
import { largestPicture } from '../src/frame/uploads/picture-types.ts';

const ourselves = "'self'";

/**
 * Outermost first. `strapi::logger` is replaced by `global::request` (its lines would carry query strings), and
 * `strapi::poweredBy` by nothing. Lists in the policy are as long as Strapi's own, which otherwise fill them up.
 */
export default () => [
  'global::request',
  'global::front',
  'strapi::errors',
  {
    name: 'strapi::security',
    config: {
      contentSecurityPolicy: {
        directives: {
          'connect-src': [ourselves, ourselves],
          'img-src': [ourselves, 'data:', 'blob:', ourselves],
          'frame-ancestors': [ourselves],
        },
      },
    },
  },
  {
    name: 'strapi::cors',
    config: {
      origin: ownOrigins(),
      credentials: false,
      headers: [
        'Content-Type',
        'Authorization',
        'Accept',
        'Accept-Language',
        'Idempotency-Key',
        'Prefer',
        'Gangway-Session',
        'X-Request-Id',
      ],
      expose: ['ETag', 'X-Request-Id', 'Retry-After', 'Preference-Applied'],
      keepHeadersOnError: true,
      maxAge: 600,
    },
  },
  'global::api',
  'global::clean-request',
  'global::registration',
  'global::uploads',
  'strapi::query',
  {
    name: 'strapi::body',
    config: {
      jsonLimit: jsonBodyLimit,
      formLimit: jsonBodyLimit,
      textLimit: jsonBodyLimit,
      // Whoever deletes their account says their password.
      parsedMethods: ['POST', 'PUT', 'PATCH', 'DELETE'],
      formidable: { maxFileSize: largestPicture },
    },
  },
  'global::clean-body',
  'global::limit-log-in',
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];
