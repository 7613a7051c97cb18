import { useGesture } from '@use-gesture/react';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { firstScale, floors, scaleBounds, viewBox } from '../model/drawing.ts';
import type { Deck } from '../model/layout.ts';
import { useLayout } from './use-layout.ts';

/** What of the deck the box shows, as parts of one. */
export interface Window {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Box {
  ref: RefObject<HTMLDivElement>;
  scale: number;
  seen: Window;
  zoom: (by: number) => void;
  fit: () => void;
  /** Moves so that the point of the plan is in the middle. */
  show: (point: { x: number; y: number }) => void;
  onScroll: () => void;
  /** Whether the press that ends now has moved the plan. */
  wasDragged: () => boolean;
}

const everything: Window = { left: 0, top: 0, width: 1, height: 1 };
const mouseTarget = 36;
const touchTarget = 44;
/** Before the box is measured, as on the server. */
const unmeasured = { box: 340, target: mouseTarget };

/** A scrolling box around the plan: the browser pans and lets the page go on at its ends, pinch and buttons zoom. */
export function useBox(deck: Deck): Box {
  const ref = useRef<HTMLDivElement>(null);
  const [first, setFirst] = useState(() => firstScale(deck, unmeasured));
  const [scale, setScale] = useState(first);
  const [seen, setSeen] = useState(everything);
  const held = useRef<{ x: number; y: number; left: number; top: number }>(undefined);
  const dragged = useRef(false);
  const begin = useRef(true);

  const onScroll = useCallback(() => ref.current && setSeen(windowOf(ref.current)), []);
  const zoomTo = useCallback(
    (wanted: number, at?: { x: number; y: number }) => {
      const box = ref.current;
      if (!box) return;
      const { min, max } = scaleBounds(first);
      held.current = heldPoint(box, at);
      setScale(Math.min(max, Math.max(min, wanted)));
    },
    [first],
  );
  useEffect(() => {
    const box = ref.current;
    if (!box) return;
    const target = matchMedia('(pointer: coarse)').matches ? touchTarget : mouseTarget;
    const measured = firstScale(deck, { box: box.clientWidth, target });
    setFirst(measured);
    setScale(measured);
    begin.current = true;
  }, [deck]);
  useLayout(() => {
    const box = ref.current;
    const point = held.current;
    if (box && begin.current) goToStart(box, deck, scale);
    else if (box && point) scrollBack(box, point);
    begin.current = false;
    held.current = undefined;
    onScroll();
  }, [scale, deck, onScroll]);
  useGestures({ ref, scale, zoomTo, dragged });

  return {
    ...{ ref, scale, seen, onScroll },
    zoom: (by) => zoomTo(scale * by),
    fit: () => ref.current && zoomTo(wholeDeck(ref.current, deck)),
    show: (point) => ref.current && centre(ref.current, { point, deck, scale }),
    wasDragged: () => dragged.current,
  };
}

function windowOf(box: HTMLDivElement): Window {
  const { scrollLeft, scrollTop, scrollWidth, scrollHeight, clientWidth, clientHeight } = box;
  return {
    left: scrollLeft / scrollWidth,
    top: scrollTop / scrollHeight,
    width: Math.min(1, clientWidth / scrollWidth),
    height: Math.min(1, clientHeight / scrollHeight),
  };
}

/** The point that must stay where it is while the size changes: under the fingers, else the middle. */
function heldPoint(box: HTMLDivElement, at?: { x: number; y: number }) {
  const frame = box.getBoundingClientRect();
  const left = at ? at.x - frame.left : box.clientWidth / 2;
  const top = at ? at.y - frame.top : box.clientHeight / 2;
  return {
    left,
    top,
    x: (box.scrollLeft + left) / box.scrollWidth,
    y: (box.scrollTop + top) / box.scrollHeight,
  };
}

function scrollBack(
  box: HTMLDivElement,
  { x, y, left, top }: { x: number; y: number; left: number; top: number },
) {
  box.scrollTo(x * box.scrollWidth - left, y * box.scrollHeight - top);
}

/** The bow is drawn for the eye; the first seats should be in the box without a touch. */
function goToStart(box: HTMLDivElement, deck: Deck, scale: number): void {
  const first = Math.min(...floors(deck).map(({ y }) => y), ...deck.areas.map(({ y }) => y));
  const { x, y, width } = viewBox(deck);
  const top = (first - y) * scale - box.clientHeight * 0.3;
  box.scrollTo(
    ((deck.width / 2 - x) / width) * box.scrollWidth - box.clientWidth / 2,
    Number.isFinite(top) ? top : 0,
  );
}

function wholeDeck({ clientWidth, clientHeight }: HTMLDivElement, deck: Deck): number {
  const { width, height } = viewBox(deck);
  return Math.min(clientWidth / width, clientHeight / height);
}

type Centring = { point: { x: number; y: number }; deck: Deck; scale: number };

function centre(box: HTMLDivElement, { point, deck, scale }: Centring): void {
  const { x, y } = viewBox(deck);
  const left = (point.x - x) * scale - box.clientWidth / 2;
  const top = (point.y - y) * scale - box.clientHeight / 2;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  box.scrollTo({ left, top, behavior: calm ? 'auto' : 'smooth' });
}

interface Gestures {
  ref: RefObject<HTMLDivElement>;
  scale: number;
  zoomTo: (scale: number, at?: { x: number; y: number }) => void;
  dragged: { current: boolean };
}

/** Two fingers or the wheel with Ctrl zoom; a mouse drags. One finger scrolls by itself. */
function useGestures({ ref, scale, zoomTo, dragged }: Gestures): void {
  useGesture(
    {
      onPinch: ({ origin: [x, y], movement: [by], memo = scale, first, event }) => {
        if (event.cancelable) event.preventDefault();
        const start = first ? scale : (memo as number);
        zoomTo(start * by, { x, y });
        return start;
      },
      onDrag: ({ event, delta: [x, y], first, movement: [mx, my] }) => {
        if (first) dragged.current = false;
        if ((event as globalThis.PointerEvent).pointerType !== 'mouse') return;
        if (Math.hypot(mx, my) > 6) dragged.current = true;
        if (dragged.current) ref.current?.scrollBy(-x, -y);
      },
    },
    {
      target: ref,
      eventOptions: { passive: false },
      drag: { filterTaps: false, pointer: { capture: false } },
      pinch: { pinchOnWheel: true },
    },
  );
}
