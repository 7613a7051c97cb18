import type { paths } from '@gangway/client/api';

type Answer<Path extends '/api/events' | '/api/events/calendar'> =
  paths[Path]['get']['responses'][200]['content']['application/json'];

export type EventList = Answer<'/api/events'>;
/** One departure as lists show it. */
export type EventItem = EventList['data'][number];
export type Facets = EventList['meta']['facets'];
export type FacetName = keyof Facets;
export type CalendarDay = Answer<'/api/events/calendar'>['data'][number];
export type EventQuery = NonNullable<paths['/api/events']['get']['parameters']['query']>;
