import { waitingRoom } from './waiting-room.ts';

const long = 60_000;

describe('a room for those who wait for news', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('lets them go when there are news of theirs, and of theirs alone', async () => {
    const room = waitingRoom({ all: 9, perSubject: 9 });
    const seen: string[] = [];
    const waiting = ['a', 'b'].map((subject) =>
      room
        .enter(subject)
        .wait(long)
        .then(() => seen.push(subject)),
    );
    room.tell('b');
    await waiting[1];
    expect(seen).toEqual(['b']);
    expect(room.waiting).toBe(1);
    room.tellAll();
    await Promise.all(waiting);
    expect(seen).toEqual(['b', 'a']);
  });

  it('lets them go when their time is over', async () => {
    const room = waitingRoom({ all: 9, perSubject: 9 });
    const waiting = room.enter('a').wait(20_000);
    jest.advanceTimersByTime(19_999);
    expect(room.waiting).toBe(1);
    jest.advanceTimersByTime(1);
    expect(await waiting).toBe(true);
    expect([room.waiting, jest.getTimerCount()]).toEqual([0, 0]);
  });

  it('keeps what was told between entering and sitting down, once', async () => {
    const room = waitingRoom({ all: 9, perSubject: 9 });
    const visitor = room.enter('a');
    room.tell('a');
    expect(await visitor.wait(long)).toBe(true);
    const second = visitor.wait(long);
    expect(room.waiting).toBe(1);
    room.tell('a');
    expect(await second).toBe(true);
  });

  it('has so many chairs, and so many for one subject', async () => {
    const room = waitingRoom({ all: 3, perSubject: 2 });
    const sitting = [room.enter('a').wait(long), room.enter('a').wait(long)];
    expect(await room.enter('a').wait(long)).toBe(false);
    sitting.push(room.enter('b').wait(long));
    expect(await room.enter('c').wait(long)).toBe(false);
    room.tell('a');
    expect(await Promise.all(sitting.slice(0, 2))).toEqual([true, true]);
    expect([room.waiting, jest.getTimerCount()]).toEqual([1, 1]);
    room.tellAll();
    await sitting[2];
  });

  it('forgets those who have gone', async () => {
    const room = waitingRoom({ all: 1, perSubject: 1 });
    const [one, other] = [room.enter('a'), room.enter('a')];
    one.leave();
    one.leave();
    room.tell('a');
    expect(await other.wait(long)).toBe(true);
    other.leave();
    const late = room.enter('a');
    const waiting = late.wait(long);
    other.leave();
    room.tell('a');
    expect(await waiting).toBe(true);
  });
});
