import { scheduleProblems, scheduleValueProblems, type EditedSchedule } from './schedule-rules.ts';

const schedule: EditedSchedule = {
  timezone: 'Europe/Moscow',
  seasonFrom: '2027-05-01',
  seasonTo: '2027-10-01',
  times: '10:00, 12:30',
  exceptions: '2027-05-09: 12:00\n2027-06-12',
  saturday: true,
  seating: 'general',
  capacity: 30,
  activity: {},
  vessel: { capacity: 30 },
};

const codes = (problems: { code: string; path: string[] }[]) =>
  problems.map(({ code, path }) => `${path.join('.')} ${code}`);

describe('a schedule', () => {
  it('stands when it can be read and fits', () => {
    expect(scheduleValueProblems(schedule)).toEqual([]);
    expect(scheduleProblems(schedule)).toEqual([]);
  });

  it('may last one day but not end before it starts', () => {
    expect(scheduleValueProblems({ ...schedule, seasonTo: schedule.seasonFrom })).toEqual([]);
    expect(codes(scheduleValueProblems({ ...schedule, seasonTo: '2027-04-30' }))).toEqual([
      'seasonTo SEASON_ORDER',
    ]);
  });

  it('names a day of the week', () => {
    expect(codes(scheduleValueProblems({ ...schedule, saturday: false }))).toEqual(['monday NO_WEEKDAYS']);
  });

  it('names each time once', () => {
    expect(codes(scheduleValueProblems({ ...schedule, times: '10:00, 10:00' }))).toEqual([
      'times TIME_REPEATED',
    ]);
  });

  it('has exceptions that can be read, and quotes the line that cannot', () => {
    const [problem] = scheduleValueProblems({ ...schedule, exceptions: '2027-05-09\nв праздники' });
    expect(problem).toMatchObject({ code: 'EXCEPTION_FORMAT', path: ['exceptions'] });
    expect(problem?.message.ru).toContain('в праздники');
  });

  it('fits into its vessel', () => {
    expect(codes(scheduleProblems({ ...schedule, capacity: 31 }))).toEqual(['capacity CAPACITY_OVER_VESSEL']);
    expect(codes(scheduleProblems({ ...schedule, activity: null, vessel: null }))).toEqual([
      'activity ACTIVITY_REQUIRED',
      'vessel PLACE_REQUIRED',
    ]);
  });
});
