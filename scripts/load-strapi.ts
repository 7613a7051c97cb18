import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Core } from '@strapi/strapi';
import { root } from './root.ts';

// Strapi's own ES module build does not load in Node.
const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi') as typeof import('@strapi/strapi');
const appDir = join(root, 'cms');

/** Boots the built cms inside this process, without listening. Its environment must be set. */
export const loadStrapi = (): Promise<Core.Strapi> =>
  createStrapi({ appDir, distDir: join(appDir, 'dist'), serveAdminPanel: false }).load();
