import { panelWords } from '../words/panel-words.ts';
import type { Say } from '../words/use-words.ts';
import { changedFields, deedText, recordPath, subjectText } from './deed-words.ts';

const say: Say = (id) => panelWords[id].en;
const words = { say, locale: 'en' as const };

describe('an entry of the audit trail', () => {
  it('is a sentence about what was done', () => {
    expect(deedText('ordering.order.marked-paid', words)).toBe('Marked an order as paid');
    expect(deedText('catalog.vessel.updated', words)).toBe('Vessels: changed');
    expect(deedText('new-room.thing.done', words)).toBe('Other: deed');
  });

  it('says to what, by number where there is one', () => {
    const subject = { kind: 'order', name: '482-913-608' };
    expect(subjectText({ action: 'ordering.order.moved', subject }, words)).toBe('Order 482-913-608');
    expect(subjectText({ action: 'x.y', subject: { kind: 'thing', name: null } }, words)).toBe('—');
  });

  it('leads to the record that was edited, unless that is gone', () => {
    const subject = { kind: 'vessel', id: 'v1' };
    expect(recordPath({ action: 'catalog.vessel.updated', subject })).toBe(
      '/content-manager/collection-types/api::catalog.vessel/v1',
    );
    expect(recordPath({ action: 'catalog.vessel.deleted', subject })).toBeUndefined();
    expect(recordPath({ action: 'staff.role.granted', subject: { kind: 'role', id: '4' } })).toBeUndefined();
  });

  it('names the fields of an edit as the form does', () => {
    expect(changedFields('catalog.vessel.updated', { changes: { capacity: {} } }, 'ru')).not.toMatch(
      /capacity/,
    );
    expect(changedFields('ordering.order.moved', {}, 'ru')).toBe('');
  });
});
