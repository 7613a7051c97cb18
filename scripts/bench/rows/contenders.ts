import { generatorsEnd } from '../load/drive.ts';
import type { Round } from '../load/drive.ts';
import type { Most } from '../load/most.ts';
import type { Measure } from '../report/measure.ts';

/** Of what a bare node:http server does; and how many times what stock Strapi does. */
const goals = { bare: 0.7, stock: 150 };

export function mostOf(whose: string, tops: readonly Most[]): Measure {
  const values = tops.map(({ rate }) => rate);
  return { name: `requests per second, ${whose}`, unit: '/s', better: 'more', values };
}

export function endOf(whose: string, tops: readonly Most[]): string {
  const ends = tops.map(({ limit }) => limit).join('; ') || 'there was none';
  const isLimit = tops.some(({ limit }) => limit.startsWith(generatorsEnd));
  return `The climb of ${whose} ended at: ${ends}.${isLimit ? ' The generator was the limit: more than is said here is possible.' : ''}`;
}

/** Round by round: what drifts hits both alike. */
export function besideBare(own: readonly Most[], bare: readonly Most[]): Measure[] {
  const pairs = own.flatMap((one, index) => {
    const other = bare[index];
    return other ? [{ one, other }] : [];
  });
  return [
    {
      ...ratio('of the rate of bare node:http', goals.bare),
      values: pairs.flatMap(({ one, other }) => rates(one, other)),
    },
    {
      ...ratio('of its requests per processor second', goals.bare),
      values: pairs.flatMap(({ one, other }) => costs(one, other)),
    },
  ];
}

export function besideStock(own: readonly Most[], stock: Most | undefined): Measure[] {
  return [
    {
      ...ratio('times the rate of stock Strapi', goals.stock),
      values: stock ? own.flatMap((one) => rates(one, stock)) : [],
    },
    {
      ...ratio('times its requests per processor second', goals.stock),
      values: stock ? own.flatMap((one) => costs(one, stock)) : [],
    },
  ];
}

const ratio = (name: string, goal: number) => ({ name, unit: '', better: 'more' as const, goal });

/** Nothing where there was nothing to compare with. */
const rates = (one: Most, other: Most): number[] => (other.rate > 0 ? [one.rate / other.rate] : []);

function costs({ round: one }: Most, { round: other }: Most): number[] {
  return one && other ? [each(other) / each(one)] : [];
}

const each = ({ processor }: Round) => Object.values(processor).reduce((sum, ms) => sum + ms, 0);
