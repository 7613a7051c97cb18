import { createNoticeFollower } from './notice-follower.ts';
import type { FollowerSettings } from './notice-follower.ts';

import type { InboxRow } from '../store/inbox.ts';

const kept = (id: string): InboxRow => ({
  ...{ id, provider_key: 'fake', event: 'payment.succeeded', about: 'payment', external_id: id },
  ...{ receipts: 1, tries: 0, handled_at: null },
});

/** What is looked into, and how each look ends. */
function looks(settings: Partial<FollowerSettings> = {}) {
  const begun: { inboxId: string; end(): void; fail(error: Error): void }[] = [];
  const failures: string[] = [];
  const follower = createNoticeFollower({
    handle: ({ id: inboxId }) =>
      new Promise((resolve, reject) => begun.push({ inboxId, end: () => resolve(), fail: reject })),
    failed: (error, inboxId) => failures.push(`${inboxId}: ${(error as Error).message}`),
    ...settings,
  });
  const seen = () => begun.map(({ inboxId }) => inboxId);
  return { follower, begun, failures, seen };
}

const turn = () => new Promise(setImmediate);

describe('notifications that this process looks into', () => {
  it('have their turn, so many at a time', async () => {
    const { follower, begun, seen } = looks({ atOnce: 2 });
    for (const id of ['a', 'b', 'c']) follower.follow(kept(id));
    expect(seen()).toEqual(['a', 'b']);
    begun[0]?.end();
    await turn();
    expect(seen()).toEqual(['a', 'b', 'c']);
  });

  it('are looked into once more when they come again meanwhile, and never twice at once', async () => {
    const { follower, begun, seen } = looks();
    for (let times = 0; times < 3; times += 1) follower.follow(kept('a'));
    expect(seen()).toEqual(['a']);
    begun[0]?.end();
    await turn();
    expect(seen()).toEqual(['a', 'a']);
    begun[1]?.end();
    await turn();
    expect(seen()).toHaveLength(2);
  });

  it('that fail are told of, and the others go on', async () => {
    const { follower, begun, failures, seen } = looks({ atOnce: 1 });
    follower.follow(kept('a'));
    follower.follow(kept('b'));
    begun[0]?.fail(new Error('no database'));
    await turn();
    expect(failures).toEqual(['a: no database']);
    expect(seen()).toEqual(['a', 'b']);
  });

  it('are left to the sweep when too many wait', async () => {
    const { follower, begun, seen } = looks({ atOnce: 1, mostWaiting: 1 });
    for (const id of ['a', 'b', 'c']) follower.follow(kept(id));
    begun[0]?.end();
    await turn();
    begun[1]?.end();
    await turn();
    expect(seen()).toEqual(['a', 'b']);
  });

  it('that have begun are waited for at the end, and no others begin', async () => {
    const { follower, begun, seen } = looks({ atOnce: 1 });
    follower.follow(kept('a'));
    follower.follow(kept('b'));
    const ended: string[] = [];
    const stopping = follower.stop().then(() => ended.push('stopped'));
    await turn();
    expect(ended).toEqual([]);
    begun[0]?.end();
    await stopping;
    follower.follow(kept('c'));
    expect(seen()).toEqual(['a']);
  });
});
