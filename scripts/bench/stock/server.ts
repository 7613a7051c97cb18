import '../../follow-parent.mjs';
import { createRequire } from 'node:module';

/** Strapi itself, on an application that `make-app.ts` wrote. */
const appDir = process.argv[2] ?? '';
const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi') as typeof import('@strapi/strapi');

process.on('disconnect', () => process.exit(0));
const strapi = createStrapi({ appDir, distDir: appDir, serveAdminPanel: false });
await strapi.start();
process.send?.('ready');
