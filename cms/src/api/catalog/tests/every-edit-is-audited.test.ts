import {
  documents,
  makeDeparture,
  makePublishedActivity,
  makeVessel,
  refusal,
} from '../../../../tests/support/catalogue.ts';
import { asStaff, staffMember } from '../../../../tests/support/staff.ts';

interface Entry {
  action: string;
  actor_kind: string;
  actor_id: string | null;
  details: { changes?: object };
}

async function entriesOf(documentId: string): Promise<Entry[]> {
  const rows = await strapi.db.connection('audit_log').where({ subject_id: documentId }).orderBy('id');
  return rows.map((row) => ({
    ...row,
    details: typeof row.details === 'string' ? JSON.parse(row.details) : row.details,
  }));
}

const actionsOf = async (documentId: string) => (await entriesOf(documentId)).map(({ action }) => action);

describe('the audit log', () => {
  it('has what was done to a vessel, with the numbers that changed', async () => {
    const { documentId } = await makeVessel({ capacity: 50 });
    await documents('vessel').update({ documentId, data: { capacity: 60 } });
    await documents('vessel').delete({ documentId });
    const entries = await entriesOf(documentId);
    expect(entries.map(({ action }) => action)).toEqual([
      'catalog.vessel.created',
      'catalog.vessel.updated',
      'catalog.vessel.deleted',
    ]);
    expect(entries[1]?.details.changes).toEqual({ capacity: { from: 50, to: 60 } });
    expect(entries[0]).toMatchObject({ actor_kind: 'system', actor_id: null });
  });

  it('has publications and withdrawals', async () => {
    const { documentId } = await makePublishedActivity();
    await documents('activity').unpublish({ documentId });
    expect((await actionsOf(documentId)).slice(-2)).toEqual([
      'catalog.activity.published',
      'catalog.activity.unpublished',
    ]);
  });

  it('names the member of the staff who did it', async () => {
    const manager = await staffMember({ sections: { catalog: 'act' } });
    const { documentId } = await makeVessel();
    const path = `/content-manager/collection-types/api::catalog.vessel/${documentId}`;
    expect(await asStaff(manager, { method: 'PUT', path, body: { capacity: 70 } })).toMatchObject({
      status: 200,
    });
    expect((await entriesOf(documentId)).at(-1)).toMatchObject({
      action: 'catalog.vessel.updated',
      actor_kind: 'staff',
      actor_id: manager.staffId,
    });
  });

  it('has nothing of what was refused', async () => {
    const vessel = await makeVessel({ capacity: 50 });
    await makeDeparture({ vessel: vessel.documentId });
    await refusal(documents('vessel').update({ documentId: vessel.documentId, data: { capacity: 1 } }));
    await refusal(documents('vessel').delete({ documentId: vessel.documentId }));
    expect(await actionsOf(vessel.documentId)).toEqual(['catalog.vessel.created']);
  });
});
