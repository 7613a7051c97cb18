import type { AstroIntegration } from 'astro';
import { doorsTo } from './doors.ts';
import { house } from './house.ts';

/** The same doors in front of Astro's own development server. */
export function doorsInDevelopment(): AstroIntegration {
  return {
    name: 'gangway-doors',
    hooks: {
      'astro:server:setup': ({ server }) => {
        const doors = doorsTo(house());
        server.middlewares.use(doors.handle);
        server.httpServer?.on('upgrade', (request, socket, head) => {
          if (request.url?.startsWith('/ws/')) doors.upgrade(request, socket, head);
        });
      },
    },
  };
}
