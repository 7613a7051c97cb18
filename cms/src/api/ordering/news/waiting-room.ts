/** Where callers wait for news of a subject; nothing is kept of those who have gone. */
export interface WaitingRoom {
  /** What is told from now on is not missed, also before the visitor sits down. */
  enter(subject: string): Visitor;
  tell(subject: string): void;
  /** Everybody looks again: news may have been lost. */
  tellAll(): void;
  /** How many are sitting. */
  readonly waiting: number;
}

export interface Visitor {
  /** Until there are news, or the time is over. False at once where no chair is left. */
  wait(ms: number): Promise<boolean>;
  leave(): void;
}

export interface Chairs {
  all: number;
  perSubject: number;
}

interface Guest {
  told: boolean;
  rise?: (() => void) | undefined;
}

export function waitingRoom(chairs: Chairs): WaitingRoom {
  const guests = new Map<string, Set<Guest>>();
  const room = { waiting: 0 };
  const isFull = (own: ReadonlySet<Guest>) =>
    room.waiting >= chairs.all || [...own].filter(({ rise }) => rise).length >= chairs.perSubject;
  const wait = async (guest: Guest, own: ReadonlySet<Guest>, ms: number) => {
    if (!guest.told && isFull(own)) return false;
    room.waiting += 1;
    await untilTold(guest, ms);
    room.waiting -= 1;
    return true;
  };
  const enter = (subject: string): Visitor => {
    const guest: Guest = { told: false };
    const own = (guests.get(subject) ?? new Set()).add(guest);
    guests.set(subject, own);
    const leave = () => void (own.delete(guest) && own.size === 0 && guests.delete(subject));
    return { wait: (ms) => wait(guest, own, ms), leave };
  };
  return {
    enter,
    tell: (subject) => guests.get(subject)?.forEach(wake),
    tellAll: () => guests.forEach((own) => own.forEach(wake)),
    get waiting() {
      return room.waiting;
    },
  };
}

function wake(guest: Guest): void {
  guest.told = true;
  guest.rise?.();
}

/** What was told since the last look counts; what comes after it is news again. */
async function untilTold(guest: Guest, ms: number): Promise<void> {
  if (!guest.told) await risen(guest, ms);
  guest.told = false;
}

async function risen(guest: Guest, ms: number): Promise<void> {
  const timer: { over?: NodeJS.Timeout } = {};
  await new Promise<void>((rise) => {
    guest.rise = rise;
    timer.over = setTimeout(rise, ms);
  });
  guest.rise = undefined;
  clearTimeout(timer.over);
}
