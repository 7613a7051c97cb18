import node from '@astrojs/node';
import react from '@astrojs/react';
import { defineConfig } from 'astro/config';
import { doorsInDevelopment } from './server/doors-in-development.ts';

export default defineConfig({
  output: 'server',
  adapter: node({ mode: 'middleware' }),
  integrations: [react(), doorsInDevelopment()],
  trailingSlash: 'ignore',
  devToolbar: { enabled: false },
  // The server in front compares origins for every unsafe request, the API included.
  security: {
    checkOrigin: false,
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'self'",
        "frame-ancestors 'none'",
      ],
    },
  },
  build: { inlineStylesheets: 'never', assets: '_astro' },
  prefetch: false,
  vite: {
    ssr: {
      noExternal: ['@astrojs/react', '@gangway/client'],
      external: ['@gangway/config/env', '@gangway/kit/browser'],
    },
  },
});
