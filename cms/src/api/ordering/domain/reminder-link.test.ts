import { describe, expect, it } from '@jest/globals';
import { orderLinkKey } from './access-token.ts';
import { orderOfReminderToken, reminderLinkKey, reminderToken } from './reminder-link.ts';

const secret = 'a secret of the installation, long enough';
const key = reminderLinkKey(secret);

describe('the link that stops reminders', () => {
  it('names its order to us alone', () => {
    const token = reminderToken('order1', key);
    expect(orderOfReminderToken(token, key)).toBe('order1');
    expect(orderOfReminderToken(token.replace('order1', 'order2'), key)).toBeUndefined();
    expect(orderOfReminderToken(token, reminderLinkKey('another secret'))).toBeUndefined();
    expect(orderOfReminderToken('', key)).toBeUndefined();
  });

  it('works in mail that an older version of the house has sent', () => {
    const sent = 'order1.w7r2xzY5Q0Zg322V7ST-fIFoWjbtUKNhdS1fJDKx1cg';
    expect(reminderToken('order1', key)).toBe(sent);
    expect(orderOfReminderToken(sent, key)).toBe('order1');
  });

  it('is made with a key that opens nothing', () => {
    expect(Buffer.from(key)).not.toEqual(orderLinkKey(secret).export());
  });
});
