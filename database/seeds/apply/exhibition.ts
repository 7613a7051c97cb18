import type { Drawing, Gallery } from './gallery.ts';
import { withHands } from './hands.ts';

/** Media ids of the season's pictures by name; each waits until its picture hangs. */
export interface Exhibition {
  picture: (name: string) => Promise<number>;
  /** Waits for the rest, shown or not. */
  settled: () => Promise<void>;
}

// Drawing is the work of two cores; a third hand keeps them busy while one waits for the disk.
const hands = 3;

/** Begins to draw at once, in order, while others already write documents. */
export function openExhibition({ drawings, gallery }: { drawings: Drawing[]; gallery: Gallery }): Exhibition {
  const slots = drawings.map((drawing) => ({ drawing, ...Promise.withResolvers<number>() }));
  const byName = new Map(slots.map(({ drawing, promise }) => [drawing.name, promise]));
  for (const { promise } of slots) promise.catch(() => undefined);
  const workers = withHands(hands, slots, ({ drawing, resolve, reject }) =>
    gallery.hang(drawing).then(resolve, reject),
  );
  return {
    picture: (name) => byName.get(name) ?? Promise.reject(new Error(`No picture is called ${name}.`)),
    settled: async () => {
      await workers;
      await Promise.all(slots.map(({ promise }) => promise));
    },
  };
}

/** The same picture under every name. */
export function oneForAll({ drawing, gallery }: { drawing: Drawing; gallery: Gallery }): Exhibition {
  const only = gallery.hang(drawing);
  only.catch(() => undefined);
  return { picture: () => only, settled: async () => void (await only) };
}
