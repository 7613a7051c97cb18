import type { AnyRoute } from '@gangway/kit';

/** Plans are read through a departure: `GET /api/events/:id/seat-layout` of the catalogue. */
export const routes: AnyRoute[] = [];
