import type { Core } from '@strapi/strapi';
import type { Transaction } from '@gangway/kit';
import type { Data } from '../../../frame/editing/attributes.ts';
import { keepUsed } from '../../../frame/editing/keep-used.ts';
import { russianName } from '../../../frame/editing/name-label.ts';
import type { Problem } from '../../../frame/editing/problem.ts';
import { defineRules, type Preparation, type Row, type Rules } from '../../../frame/editing/rules.ts';
import { geometryProblems, readGeometry } from '../domain/geometry-problems.ts';
import { capacity } from '../domain/geometry.ts';
import { planProblems, takenPlaceProblems } from '../domain/plan-problems.ts';
import { readPlanClaims } from '../store/plans.ts';
import { solePlanTurn } from '../store/turns.ts';

type PlanRow = Row & { version: number; capacity: number | null; geometry: unknown };

export function seatingPlanRules(strapi: Core.Strapi): Rules {
  return defineRules<PlanRow>({
    room: 'seating',
    prepare: (preparation) => withCapacity(withVersionLabel(preparation)),
    values: ({ values }) => drawingProblems(values.geometry),
    check: async ({ trx, row, now }) => {
      await solePlanTurn(trx, row.documentId);
      const largest = await largestDeparture(strapi, { documentId: row.documentId, now });
      return [...sizeProblems(row, largest), ...(await soldProblems(trx, row, now))];
    },
    removal: keepUsed({
      strapi,
      references: [
        { use: 'departures', uid: 'api::catalog.event', field: 'seatingPlan' },
        { use: 'schedules', uid: 'api::catalog.schedule', field: 'seatingPlan' },
        { use: 'vessels', uid: 'api::catalog.vessel', field: 'seatingPlan' },
      ],
    }),
  });
}

function withVersionLabel({ data, before }: Preparation<PlanRow>): Data {
  const name = russianName(data) ?? russianName(before ?? {});
  const version = Number(data.version ?? before?.version ?? 1);
  return { ...data, label: version > 1 ? `${name} · ${version}` : name };
}

/** The capacity is counted, never typed. */
function withCapacity(data: Data): Data {
  const { capacity: _counted, ...typed } = data;
  const geometry = readGeometry(typed.geometry);
  return geometry ? { ...typed, capacity: capacity(geometry) } : typed;
}

function drawingProblems(geometry: unknown): Problem[] {
  return geometryProblems(geometry).map(({ message }) => ({ code: 'GEOMETRY', path: ['geometry'], message }));
}

function sizeProblems({ capacity: places }: PlanRow, largest: number): Problem[] {
  return (places ?? 0) < largest ? [planProblems.PLAN_TOO_SMALL('geometry', { capacity: largest })] : [];
}

async function soldProblems(trx: Transaction, row: PlanRow, now: Date): Promise<Problem[]> {
  const geometry = readGeometry(row.geometry);
  if (!geometry) return [];
  return takenPlaceProblems(geometry, await readPlanClaims(trx, { planId: row.documentId, now }));
}

const ended = ['departed', 'completed', 'cancelled'];

/** The places of the fullest departure ahead that seats its people by this plan. */
async function largestDeparture(strapi: Core.Strapi, { documentId, now }: { documentId: string; now: Date }) {
  const where = {
    seatingPlan: { documentId },
    seating: 'assigned',
    endAt: { $gt: now },
    state: { $notIn: ended },
  };
  const orderBy = { capacity: 'desc' };
  const row = await strapi.db.query('api::catalog.event').findOne({ select: ['capacity'], where, orderBy });
  return Number(row?.capacity ?? 0);
}
