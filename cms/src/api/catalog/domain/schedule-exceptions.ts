import type { Localized } from '@gangway/kit';

/** Days that leave the weekly rule; without times nothing departs on them. Both days are included. */
export type ScheduleException = { from: string; to: string; times: string[] };

type Line = { text: string; exception: ScheduleException | undefined };

const line = /^(\d{4}-\d\d-\d\d)(?:\s*\.\.\s*(\d{4}-\d\d-\d\d))?\s*:?\s*(.*)$/;
const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * One exception a line, as people write them into a schedule:
 * `2026-12-31` nothing departs, `2026-12-30..2027-01-08` nothing departs for days,
 * `2026-05-09: 12:00, 22:00` these times instead of the usual ones. Of two lines about a day the later one holds.
 * Lines that cannot be read are left out: `exceptionsProblem` tells them.
 */
export function readExceptions(text: string | null | undefined): ScheduleException[] {
  return linesOf(text).flatMap(({ exception }) => exception ?? []);
}

/** What is wrong with the text, as a sentence about its first bad line; undefined when nothing is. */
export function exceptionsProblem(text: string | null | undefined): Localized | undefined {
  const bad = linesOf(text).find(({ exception }) => !exception);
  return bad && sentence(bad.text);
}

/** `10:00, 12:30,19:00` → sorted, each once. */
export function readTimes(text: string): string[] {
  return [...new Set(text.split(',').map((time) => time.trim()))].filter(Boolean).sort();
}

function linesOf(text: string | null | undefined): Line[] {
  const lines = (text ?? '').split('\n').map((one) => one.trim());
  return lines.filter(Boolean).map((one) => ({ text: one, exception: readLine(one) }));
}

function readLine(text: string): ScheduleException | undefined {
  const [, from, to = from, rest = ''] = line.exec(text) ?? [];
  if (!from || !to || !isDay(from) || !isDay(to) || to < from) return undefined;
  const times = readTimes(rest);
  return times.every((time) => timeOfDay.test(time)) ? { from, to, times } : undefined;
}

function isDay(text: string): boolean {
  const date = new Date(`${text}T00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

function sentence(text: string): Localized {
  return {
    ru: `Исключение «${text}» не удалось прочитать. Пишите по одному в строке: 2026-12-31 или 2026-12-31: 12:00, 15:00.`,
    en: `The exception “${text}” cannot be read. Write one a line: 2026-12-31 or 2026-12-31: 12:00, 15:00.`,
    zh: `无法识别例外“${text}”。每行写一条：2026-12-31 或 2026-12-31: 12:00, 15:00。`,
  };
}
