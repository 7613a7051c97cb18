import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refundRefused } from '../errors.ts';
import { orderStates } from './moves.ts';
import { channels } from './order.ts';
import { requestStates } from './refund-request.ts';
import { choiceRefusals, refusalReasons } from './refund-rule.ts';

const constraints = join(__dirname, '../../../../../database/constraints/300-ordering.sql');
const sql = readFileSync(constraints, 'utf8').replaceAll("''", "'");

/** The words that a column takes, as the constraint of that name says. */
function taken(constraint: string): string[] {
  const [, words = ''] = new RegExp(`'${constraint}', '\\w+ in \\(([^)]*)\\)`).exec(sql) ?? [];
  return words.split(', ').map((word) => word.slice(1, -1));
}

describe('words that rows hold', () => {
  it.each([
    ['orders_state', orderStates],
    ['orders_channel', channels],
    ['refund_requests_state', requestStates],
  ])('are the same for %s and for the rules', (constraint, words) => {
    expect(taken(constraint)).toEqual([...words]);
  });
});

describe('why money is not given back', () => {
  it('is said in words of its own, but for what has gone back already', () => {
    const { message: usual } = refundRefused('', {});
    const silent = [...refusalReasons, ...choiceRefusals].filter(
      (reason) => refundRefused(reason, {}).message === usual,
    );
    expect(silent).toEqual(['ALREADY_REFUNDED']);
  });
});
