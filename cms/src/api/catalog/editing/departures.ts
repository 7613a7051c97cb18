import type { Core } from '@strapi/strapi';
import { isAppError, type Transaction } from '@gangway/kit';
import { defineRules, type Removal, type Row, type Rules } from '../../../frame/editing/rules.ts';
import {
  earlyStateProblems,
  eventProblems,
  eventValueProblems,
  stateProblems,
  type EditedEvent,
} from '../domain/event-rules.ts';
import type { Problem } from '../../../frame/editing/problem.ts';
import { problems } from '../domain/problems.ts';
import type { Places } from '../domain/seating-capacity.ts';
import { scheduleProblems, scheduleValueProblems, type EditedSchedule } from '../domain/schedule-rules.ts';
import { documentIds } from '../../../frame/editing/references.ts';
import { soldDepartures } from '../../seating/editing/sold-departures.ts';
import { refreshLabels } from '../store/labels.ts';
import { soldAs } from '../store/sold.ts';
import { occupyVessel, releaseVessel } from '../store/vessel-occupations.ts';
import { keepUsed } from '../../../frame/editing/keep-used.ts';

const event = 'api::catalog.event';
const schedule = 'api::catalog.schedule';

const places = {
  vessel: { populate: { seatingPlan: true } },
  venue: true,
  seatingPlan: true,
  activity: true,
};

export function eventRules(strapi: Core.Strapi): Rules {
  const departures = soldDepartures();
  return defineRules<Sailing>({
    room: 'catalog',
    populate: places,
    values: async ({ trx, values, before, documentId }) => {
      if (documentId) await departures.look(trx, documentId);
      return [...eventValueProblems(values), ...stateProblems(before?.state, values.state)];
    },
    check: async ({ trx, row, before, now }) => {
      const wrong = [
        ...eventProblems(await withVesselPlan(strapi, { uid: event, row })),
        ...earlyStateProblems(before?.state, row, now),
      ];
      const sold = await departures.problems(trx, { documentId: row.documentId, now });
      return wrong.length + sold.length > 0 ? [...wrong, ...sold] : occupationProblems(trx, row);
    },
    follow: ({ trx, row }) => refreshLabels(trx, { of: 'event', documentIds: [row.documentId] }),
    removal: async (removal) => {
      await departures.look(removal.trx, removal.documentId);
      return keepUsed({ strapi, references: [], counted: soldAs('event') })(removal);
    },
    clear: ({ documentId }) => removePrices(strapi, { event: { documentId } }),
  });
}

export function scheduleRules(strapi: Core.Strapi): Rules {
  return defineRules<Row & EditedSchedule>({
    room: 'catalog',
    populate: places,
    formats: { times: problems.TIMES_FORMAT },
    values: ({ values }) => scheduleValueProblems(values),
    check: async ({ row }) => scheduleProblems(await withVesselPlan(strapi, { uid: schedule, row })),
    follow: ({ trx, row }) => refreshLabels(trx, { of: 'schedule', documentIds: [row.documentId] }),
    removal: keepUsed({
      strapi,
      references: [{ use: 'departures', uid: event, field: 'schedule' }],
      say: problems.SCHEDULE_IN_USE,
    }),
  });
}

type Planned = Row & Places & { seatingPlan?: { id?: number } | null };

/** Numbered places without a plan of their own are those of the vessel: its plan is written into the row. */
async function withVesselPlan<R extends Planned>(
  strapi: Core.Strapi,
  { uid, row }: { uid: string; row: R },
): Promise<R> {
  const plan = row.vessel?.seatingPlan as Planned['seatingPlan'];
  if (row.seating !== 'assigned' || row.seatingPlan || !plan) return row;
  await strapi.db.query(uid).update({ where: { id: row.id }, data: { seatingPlan: plan.id } });
  return { ...row, seatingPlan: plan };
}

type Sailing = Row &
  EditedEvent & { vessel?: { documentId: string; turnaroundMinutes?: number | null } | null };

/** Takes the vessel for the time of the departure, or frees it; the problem is what else sails then. */
async function occupationProblems(trx: Transaction, event: Sailing): Promise<Problem[]> {
  const { documentId: eventId, vessel, startAt, endAt } = event;
  if (!vessel || event.archived || event.state === 'cancelled') {
    await releaseVessel(trx, { eventId });
    return [];
  }
  const during = { startAt: new Date(startAt ?? 0), endAt: new Date(endAt ?? 0) };
  const { documentId: vesselId, turnaroundMinutes } = vessel;
  return occupyVessel(trx, { ...during, eventId, vesselId, turnaroundMinutes: turnaroundMinutes ?? 0 }).then(
    () => [],
    (error: unknown) => [occupied(error)],
  );
}

function occupied(error: unknown): Problem {
  if (!isAppError(error)) throw error;
  return { code: error.code, path: ['vessel'], message: error.messages };
}

/** A price of something that is gone would be a price of nothing. */
export async function removePrices(
  strapi: Core.Strapi,
  owner: Record<string, Pick<Removal, 'documentId'>>,
): Promise<void> {
  const uid = 'api::catalog.price';
  for (const documentId of await documentIds(strapi, { uid, where: owner })) {
    await strapi.documents(uid).delete({ documentId });
  }
}
