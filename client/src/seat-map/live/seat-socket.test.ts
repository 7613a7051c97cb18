import type { Frame } from '../model/words.ts';
import { pauseAfter, type SocketLike, watchSeats } from './seat-socket.ts';

function outside() {
  const sockets: (SocketLike & { sent: string[] })[] = [];
  const waiting: (() => void)[] = [];
  const heard: (Frame | string)[] = [];
  const watched = watchSeats({
    url: 'ws://here/ws/seatmap?event=e',
    onFrame: (frame) => void heard.push(frame),
    onLink: (link) => void heard.push(link),
    onOtherPlan: () => void heard.push('other plan'),
    world: {
      open: () => {
        const sent: string[] = [];
        const socket = { onopen: null, onmessage: null, onclose: null, sent, close: () => undefined };
        sockets.push({ ...socket, send: (text: string) => void sent.push(text) });
        return sockets.at(-1) as SocketLike;
      },
      later: (work) => {
        waiting.push(work);
        return () => void waiting.splice(waiting.indexOf(work), 1);
      },
      random: () => 1,
    },
  });
  const last = () => sockets.at(-1);
  return {
    ...{ sockets, waiting, heard, watched },
    say: (value: unknown) => last()?.onmessage?.({ data: JSON.stringify(value) }),
    drop: (code = 1006) => last()?.onclose?.({ code }),
    wake: () => waiting.shift()?.(),
  };
}

describe('the connection to the live map', () => {
  it('hands on frames and says that they come', () => {
    const { say, heard } = outside();
    say({ seq: 1, seats: [['1A', 'free']] });
    say({ hello: true });
    expect(heard).toEqual(['live', { seq: 1, seats: [['1A', 'free']] }]);
  });

  it('says when it is lost, and comes back', () => {
    const { drop, wake, say, sockets, heard } = outside();
    drop();
    expect([heard, sockets.length]).toEqual([['lost'], 1]);
    wake();
    say({ seq: 5, seats: [] });
    expect([sockets.length, heard.slice(1)]).toEqual([2, ['live', { seq: 5, seats: [] }]]);
  });

  it('waits longer after every failure, up to a limit and not in step with others', () => {
    expect([0, 1, 2, 3].map((failures) => pauseAfter(failures, 1))).toEqual([500, 1000, 2000, 4000]);
    expect(pauseAfter(30, 1)).toBe(15_000);
    expect(pauseAfter(1, 0)).toBe(600);
  });

  it('can be hurried, and asks for the whole map', () => {
    const { drop, waiting, sockets, watched } = outside();
    drop();
    watched.hurry();
    expect([waiting.length, sockets.length]).toEqual([0, 2]);
    watched.resync();
    expect(sockets[1]?.sent).toEqual(['{"resync":true}']);
  });

  it('does not come back for a departure that is not there, nor when it was stopped', () => {
    const gone = outside();
    gone.drop(4404);
    expect([gone.waiting.length, gone.heard]).toEqual([0, ['lost']]);
    const stopped = outside();
    stopped.watched.stop();
    stopped.drop();
    expect([stopped.waiting.length, stopped.heard]).toEqual([0, []]);
  });

  it('says that the plan is another', () => {
    const { drop, waiting, heard } = outside();
    drop(4409);
    expect([waiting.length, heard]).toEqual([0, ['lost', 'other plan']]);
  });
});
