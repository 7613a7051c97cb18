import { spread, wordsOf } from './measure.ts';
import type { Measure } from './measure.ts';
import type { RunFacts } from './run-facts.ts';

export interface ReportedRow {
  name: string;
  title: string;
  measures: Measure[];
  notes: string[];
  discarded: string[];
  /** Why it ended early; a row without a reason was measured. */
  failed?: string;
  /** When it was put into the report of another run. */
  byItself?: Pick<RunFacts, 'date' | 'commit' | 'rounds' | 'seconds'>;
}

interface Report {
  facts: RunFacts;
  rows: readonly ReportedRow[];
  /** By row: what limits it, kept by hand. */
  limits: ReadonlyMap<string, string>;
}

/** The results as a page. */
export function page({ facts, rows, limits }: Report): string {
  const { machine, scale } = facts;
  return [
    '# Bench',
    '',
    `${moment(facts)}; ${machine.processors} × ${machine.processor}, ${machine.memoryGb} GB, ${machine.system}; Node ${facts.node}, ${facts.postgres}, written through to the disk. Generator, cms, PostgreSQL and the sandbox share this machine.`,
    '',
    `${number(scale.departures)} departures, ${number(scale.seats)} seats in the hall, ${number(scale.orders)} orders. ${facts.rounds} rounds of ${facts.seconds} s, the order of contenders alternated, warm-up discarded; the figure is the median, the range in brackets. Times count from the moment at which a request was due. \`npm run bench\` repeats all of it, [and this is how](../../scripts/bench/README.md).`,
    ...glance(rows),
    ...rows.flatMap((row) => section(row, limits.get(row.name))),
    '',
  ].join('\n');
}

const moment = ({ date, commit }: Pick<RunFacts, 'date' | 'commit'>) =>
  `${date.slice(0, 16).replace('T', ' ')} UTC, commit \`${commit}\``;

/** What was asked for, row by row; what only tells is in the sections. */
function glance(rows: readonly ReportedRow[]): string[] {
  const asked = ({ floor, goal }: Measure) => (goal ?? floor ?? 0) > 0;
  const lines = rows.flatMap(({ name, measures, failed }) =>
    failed === undefined
      ? measures.filter(asked).map((measure) => `| ${name} ${line(measure)}`)
      : [`| ${name} | | | | — | not measured |`],
  );
  return [
    '',
    '## At a glance',
    '',
    ...['| work | figure | floor | goal | measured | |', glanceRule],
    ...lines,
  ];
}

const glanceRule = '| --- | --- | ---: | ---: | ---: | --- |';

function section(
  { title, measures, notes, discarded, failed, byItself }: ReportedRow,
  limit: string | undefined,
): string[] {
  const head = ['', `## ${title[0]?.toUpperCase()}${title.slice(1)}`, ''];
  if (failed !== undefined) return [...head, `Not measured: ${failed}`];
  return [
    ...head,
    ...['| figure | floor | goal | measured | |', '| --- | ---: | ---: | ---: | --- |'],
    ...measures.map(line),
    ...['', ...notes.map((note) => `- ${note}`)],
    ...(byItself ? [`- ${itself(byItself)}`] : []),
    ...discarded.map((why) => `- Discarded: ${why}.`),
    ...(!limit ? [] : [`- **What limits it**: ${limit}`]),
  ];
}

const itself = (facts: NonNullable<ReportedRow['byItself']>) =>
  `Measured by itself: ${moment(facts)}, ${facts.rounds} rounds of ${facts.seconds} s.`;

function line(measure: Measure): string {
  const { name, unit, floor, goal, better } = measure;
  const sign = better === 'more' ? '≥' : '≤';
  const bound = (value: number | undefined) => (value === undefined ? '' : `${sign} ${amount(value, unit)}`);
  return `| ${name} | ${bound(floor)} | ${bound(goal)} | ${told(measure)} | ${wordsOf(measure)} |`;
}

function told({ values, unit }: Measure): string {
  const found = spread(values);
  if (!found) return '—';
  const { median, min, max } = found;
  return `${amount(median, unit)}${min === max ? '' : ` (${number(min)}–${number(max)})`}`;
}

const amount = (value: number, unit: string) =>
  `${number(value)}${unit === '' || unit === '/s' ? unit : ` ${unit}`}`;

/** Three figures are all that a bench knows. */
export function number(value: number): string {
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toPrecision(3)));
}

/** `## row` and the sentences below it. */
export function limitsOf(text: string): Map<string, string> {
  const parts = text.split(/^## /m).slice(1);
  return new Map(
    parts.map((part) => {
      const [name = '', ...rest] = part.split('\n');
      return [name.trim(), rest.join(' ').replace(/\s+/g, ' ').trim()];
    }),
  );
}
