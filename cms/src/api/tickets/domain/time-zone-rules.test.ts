import { timeZoneRules } from './time-zone-rules.ts';

const around = Date.parse('2026-07-01T00:00:00Z');

describe('the rules of a time zone', () => {
  it('name one offset where the clock never changes', () => {
    expect(timeZoneRules('Europe/Moscow', around).split('\r\n')).toEqual([
      'BEGIN:VTIMEZONE',
      'TZID:Europe/Moscow',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'TZOFFSETFROM:+0300',
      'TZOFFSETTO:+0300',
      'END:STANDARD',
      'END:VTIMEZONE',
    ]);
  });

  it('name the second at which the clock changes, on the old clock', () => {
    const rules = timeZoneRules('Asia/Nicosia', around);
    expect(rules).toContain(
      'BEGIN:DAYLIGHT\r\nDTSTART:20260329T030000\r\nTZOFFSETFROM:+0200\r\nTZOFFSETTO:+0300\r\nEND:DAYLIGHT',
    );
    expect(rules).toContain(
      'BEGIN:STANDARD\r\nDTSTART:20261025T040000\r\nTZOFFSETFROM:+0300\r\nTZOFFSETTO:+0200\r\nEND:STANDARD',
    );
  });

  it('know zones west of Greenwich', () => {
    expect(timeZoneRules('America/New_York', around)).toContain(
      'BEGIN:DAYLIGHT\r\nDTSTART:20260308T020000\r\nTZOFFSETFROM:-0500\r\nTZOFFSETTO:-0400',
    );
  });
});
