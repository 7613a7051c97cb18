import type { Lots } from './lots.ts';
import type { Window } from './window.ts';

/** Departures with at least so many places left. */
export type Room = { left: Int32Array; wanted: number };

const kept = new WeakMap<Lots, WeakMap<object, Map<string, Uint32Array>>>();
const most = 256;

/** How many departures of each lot are in the window and have room; many questions ask about the same one. */
export function windowCounts(lots: Lots, window: Window, room?: Room): Uint32Array {
  const known = countsKept(lots, room?.left ?? lots);
  const edges = edgesOf(window);
  const key = [window.sureFrom, window.sureTo, ...edges, room?.wanted].join();
  const counts = known.get(key) ?? count(lots, window, { edges, room });
  if (known.size >= most) known.clear();
  known.set(key, counts);
  return counts;
}

function countsKept(lots: Lots, owner: object): Map<string, Uint32Array> {
  const owners = kept.get(lots) ?? new WeakMap<object, Map<string, Uint32Array>>();
  kept.set(lots, owners);
  const known = owners.get(owner) ?? new Map<string, Uint32Array>();
  owners.set(owner, known);
  return known;
}

/** Positions that match outside the part of which all do. */
function edgesOf({ first, sureFrom, sureTo, last, passes }: Window): number[] {
  const edges: number[] = [];
  for (let position = first; position < last; position += 1) {
    if (position === sureFrom) position = sureTo;
    if (position < last && passes(position)) edges.push(position);
  }
  return edges;
}

type Counted = { edges: readonly number[]; room: Room | undefined };

function count({ all, lotOf }: Lots, { sureFrom, sureTo }: Window, { edges, room }: Counted): Uint32Array {
  const counts = new Uint32Array(all.length);
  const add = (position: number) => {
    const lot = lotOf[position] as number;
    counts[lot] = (counts[lot] as number) + 1;
  };
  const addIfRoom = ({ left, wanted }: Room, position: number) => {
    if ((left[position] as number) >= wanted) add(position);
  };
  const visit = room ? (position: number) => addIfRoom(room, position) : add;
  for (let position = sureFrom; position < sureTo; position += 1) visit(position);
  edges.forEach(visit);
  return counts;
}
