import type { Core } from '@strapi/strapi';
import { log } from '../log/log.ts';

/** What no middleware caught: koa would print it, message and all. */
export function logStrayErrors(strapi: Core.Strapi): void {
  strapi.server.app.on('error', (error: NodeJS.ErrnoException) => {
    const gone = error.code === 'ECONNRESET' || error.code === 'EPIPE';
    log[gone ? 'debug' : 'error']({ err: error }, 'request failed outside the API');
  });
}
