import { changes } from './audit.ts';

const attributes = {
  capacity: { type: 'integer' },
  startAt: { type: 'datetime' },
  phone: { type: 'string' },
  kind: { type: 'string', options: { values: ['ship', 'boat'] } },
  seller: { type: 'relation' },
  label: { type: 'string' },
};

const row = (values: object) => ({ id: 1, documentId: 'd', ...values });

describe('what the audit log keeps of an edit', () => {
  it('tells numbers, dates and choices with their values', () => {
    const before = row({ capacity: 10, kind: 'ship', startAt: new Date('2027-01-01T00:00:00Z') });
    const after = row({ capacity: 12, kind: 'boat', startAt: new Date('2027-01-02T00:00:00Z') });
    expect(changes({ attributes, before, row: after })).toEqual({
      capacity: { from: 10, to: 12 },
      kind: { from: 'ship', to: 'boat' },
      startAt: { from: '2027-01-01T00:00:00.000Z', to: '2027-01-02T00:00:00.000Z' },
    });
  });

  it('names a text that changed and keeps its words to itself', () => {
    const before = row({ phone: '+7 900', label: 'a' });
    expect(changes({ attributes, before, row: row({ phone: '+7 901', label: 'b' }) })).toEqual({ phone: {} });
  });

  it('is silent about what stayed', () => {
    expect(changes({ attributes, before: row({ capacity: 1 }), row: row({ capacity: 1 }) })).toEqual({});
  });
});
