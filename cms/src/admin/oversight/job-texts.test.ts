import { panelWords } from '../words/panel-words.ts';
import type { Say } from '../words/use-words.ts';
import { jobName, payloadText } from './job-texts.ts';

const say: Say = (id, values = {}) =>
  Object.entries(values).reduce(
    (text, [name, value]) => text.replace(`{${name}}`, String(value)),
    panelWords[id].en,
  );

describe('a failed job', () => {
  it('is called by what it does', () => {
    expect(jobName(say, 'payments.check')).toBe('Check a payment');
    expect(jobName(say, 'some.new-job')).toBe('Another job (some.new-job)');
  });

  it('says what it is about', () => {
    expect(payloadText(say, { orderId: 'o1', attempt: 2, deep: { x: 1 } })).toBe('order o1, attempt 2');
    expect(payloadText(say, null)).toBe('');
  });
});
