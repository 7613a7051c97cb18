import { Maximize, Minus, Plus } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { viewBox } from '../model/drawing.ts';
import type { Deck, Place } from '../model/layout.ts';
import { placeName } from '../model/names.ts';
import { DeckPlan } from './DeckPlan.tsx';
import { MiniMap } from './MiniMap.tsx';
import { foundPlace } from './found-place.ts';
import { useSeats } from './seats-context.ts';
import { type Box, useBox } from './use-box.ts';

/** The drawing in its box, with what helps to move around in it. */
export function MapView({ deck }: { deck: Deck }) {
  const seats = useSeats();
  const { plan, say, actions } = seats;
  const help = useId();
  const box = useBox(deck);
  const places = plan.places.filter((place) => place.deck === deck.id);
  const [chosen, setChosen] = useState<string>();
  const [looked, setLooked] = useState<Place>();
  const stop = places.some(({ id }) => id === chosen) ? chosen : places[0]?.id;
  useShown(foundPlace(seats), { deck, box });
  return (
    <div className="map">
      <p id={help} className="unseen">
        {say('map.help')}
      </p>
      <div
        className="map__box"
        ref={box.ref}
        onScroll={box.onScroll}
        role="region"
        aria-label={say('map.box')}
        aria-describedby={help}
        tabIndex={-1}
      >
        <DeckPlan
          {...{ deck, stop, scale: box.scale }}
          onStop={({ id }) => setChosen(id)}
          onLook={setLooked}
          onZoom={box.zoom}
          onPick={(place) => !box.wasDragged() && actions.toggle(place)}
        />
      </div>
      {looked && <PlaceCard place={looked} deck={deck} box={box} />}
      <Zoom box={box} />
      <MiniMap deck={deck} seen={box.seen} onGo={box.show} />
    </div>
  );
}

/** Brings a place of the deck into the box, once the box has its size. */
function useShown(place: Place | undefined, { deck, box }: { deck: Deck; box: Box }): void {
  const latest = useRef(box);
  latest.current = box;
  useEffect(() => {
    if (place?.deck !== deck.id) return undefined;
    const frame = requestAnimationFrame(() => {
      bringBack(latest.current.ref.current?.closest('.seats'));
      latest.current.show(place);
    });
    return () => cancelAnimationFrame(frame);
  }, [place, deck]);
}

/** On a phone the button stands below the map: what it found has to be seen. */
function bringBack(map: Element | null | undefined): void {
  if (map && map.getBoundingClientRect().top < 0) map.scrollIntoView({ block: 'start' });
}

function Zoom({ box }: { box: Box }) {
  const { say } = useSeats();
  return (
    <div className="map__zoom" role="group" aria-label={say('zoom.label')}>
      <button type="button" className="tool" onClick={() => box.zoom(1.35)} aria-label={say('zoom.in')}>
        <Plus size={20} aria-hidden="true" />
      </button>
      <button type="button" className="tool" onClick={() => box.zoom(1 / 1.35)} aria-label={say('zoom.out')}>
        <Minus size={20} aria-hidden="true" />
      </button>
      <button type="button" className="tool" onClick={box.fit} aria-label={say('zoom.fit')}>
        <Maximize size={18} aria-hidden="true" />
      </button>
    </div>
  );
}

interface PlaceCard {
  place: Place;
  deck: Deck;
  box: Box;
}

/** What one sees of a place before deciding; screen readers hear the same from the place itself. */
function PlaceCard({ place, deck, box }: PlaceCard) {
  const { plan, say, lookAt, price, money } = useSeats();
  const amount = price(place);
  const look = lookAt(place);
  return (
    <div className="place-card" aria-hidden="true" style={cardSpot({ place, deck, box })}>
      <strong>{placeName(place, say)}</strong>
      <span className="soft small">
        {[plan.zones.get(place.zone)?.name, place.accessible && say('place.accessible')]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span className="numbers place-card__price">
        {look === 'free' || look === 'mine' ? amount && money(amount) : ''}
        <span className="place-card__word" data-look={look}>
          {say(`legend.${look}`)}
        </span>
      </span>
    </div>
  );
}

/** Above the place, or below it where there is no room; never beyond the sides of the box. */
function cardSpot({ place, deck, box }: PlaceCard) {
  const frame = box.ref.current;
  const svg = frame?.firstElementChild;
  if (!frame || !svg) return undefined;
  const { x, y } = viewBox(deck);
  const inside = { left: svg.getBoundingClientRect().left, top: svg.getBoundingClientRect().top };
  const outer = frame.getBoundingClientRect();
  const left = inside.left - outer.left + (place.x - x) * box.scale;
  const top = inside.top - outer.top + (place.y - y) * box.scale;
  const gap = 34 * box.scale + (place.kind === 'table' ? 120 * box.scale : 0) + 10;
  const isBelow = top < 130;
  return {
    left: Math.min(Math.max(left, 116), Math.max(frame.clientWidth - 116, 116)),
    top: isBelow ? top + gap : top - gap,
    transform: `translate(-50%, ${isBelow ? '0' : '-100%'})`,
  };
}
