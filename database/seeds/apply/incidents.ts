import { season } from '../season/index.ts';
import type { IncidentRecord } from '../season/incidents.ts';
import type { Ledger } from './ledger.ts';
import type { Fields, StrapiDoor } from './strapi-door.ts';
import type { Voyage } from './voyage.ts';

const uid = 'api::catalog.event';

/** Delays, cancellations and drafts; each changes one departure once. */
export async function makeIncidents(strapi: StrapiDoor, ledger: Ledger, voyage: Voyage): Promise<void> {
  for (const incident of season.incidents) {
    const key = `incident:${incident.activity}:${incident.after}`;
    await ledger.once(key, () => happen(strapi, voyage, incident));
  }
}

async function happen(
  strapi: StrapiDoor,
  { writer, today }: Voyage,
  incident: IncidentRecord,
): Promise<string> {
  const { activity, after, ...change } = incident;
  const departure = await strapi.documents(uid).findFirst({
    filters: { activity: { documentId: writer.idOf(`activity:${activity}`) }, startAt: { $gt: today } },
    sort: ['startAt:asc', 'documentId:asc'],
    start: after,
  } satisfies Fields);
  if (!departure) return '';
  await strapi.documents(uid).update({ documentId: departure.documentId, data: change });
  return departure.documentId;
}
