import type { InboxRow } from '../store/inbox.ts';

/** Looks into notifications in this process, as soon as they are kept and without a job. */
export type NoticeFollower = {
  /** Looks into it when it is its turn; one that is looked into already is looked into once more. */
  follow(row: InboxRow): void;
  /** Takes no more; resolves when those that have begun are done. */
  stop(): Promise<void>;
};

export type FollowerSettings = {
  handle(row: InboxRow): Promise<void>;
  failed(error: unknown, inboxId: string): void;
  /** At a time: each needs a connection of the database. */
  atOnce?: number;
  /** Waiting ones; past this the sweep finds the rest. */
  mostWaiting?: number;
};

/**
 * What is lost here, with the process or because it is too much, is a row of the inbox whose time comes: the sweep
 * `payments.due` makes a job of it. Nothing is settled twice, however often it is looked into.
 */
export function createNoticeFollower(settings: FollowerSettings): NoticeFollower {
  const { handle, failed, atOnce = 6, mostWaiting = 2000 } = settings;
  const waiting = new Map<string, InboxRow>();
  const running = new Map<string, Promise<void>>();
  const state = { stopped: false };

  const begin = (inboxId: string, row: InboxRow) => {
    waiting.delete(inboxId);
    const run = handle(row).catch((error: unknown) => failed(error, inboxId));
    running.set(inboxId, run.finally(() => running.delete(inboxId)).then(next));
  };

  const next = () => {
    for (const [inboxId, row] of waiting) {
      if (state.stopped || running.size >= atOnce) return;
      if (!running.has(inboxId)) begin(inboxId, row);
    }
  };

  return {
    follow: (row) => {
      if (state.stopped || waiting.size >= mostWaiting) return;
      waiting.set(row.id, row);
      next();
    },
    stop: async () => {
      state.stopped = true;
      await Promise.all(running.values());
    },
  };
}
