import { departuresPreview } from './departures-preview.ts';

const rule = {
  timezone: 'Europe/Moscow',
  seasonFrom: '2027-05-01',
  seasonTo: '2027-05-09',
  days: 'saturday, sunday',
  times: '10:00, 12:30',
  horizonDays: 30,
};
const now = new Date('2027-04-30T09:00:00Z');

describe('the preview of a schedule', () => {
  it('lists the days and times that would be made', () => {
    const { total, perDay } = departuresPreview(
      { ...rule, exceptions: '2027-05-02\n2027-05-09: 15:00' },
      now,
    );
    expect(perDay).toEqual([
      { date: '2027-05-01', day: 'saturday', times: ['10:00', '12:30'] },
      { date: '2027-05-08', day: 'saturday', times: ['10:00', '12:30'] },
      { date: '2027-05-09', day: 'sunday', times: ['15:00'] },
    ]);
    expect(total).toBe(5);
  });

  it.each([
    ['timezone', { timezone: 'Moscow' }],
    ['days', { days: 'sat' }],
    ['times', { times: '25:00' }],
    ['exceptions', { exceptions: 'праздники' }],
  ])('names %s when it cannot be read', (path, wrong) => {
    expect(() => departuresPreview({ ...rule, ...wrong }, now)).toThrow(
      expect.objectContaining({
        code: 'INVALID_INPUT',
        details: { issues: [expect.objectContaining({ path })] },
      }),
    );
  });
});
