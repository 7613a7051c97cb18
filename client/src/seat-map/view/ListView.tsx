import { useState } from 'react';
import { Accessibility } from 'lucide-react';
import type { Deck, Place, Section } from '../model/layout.ts';
import { placeName } from '../model/names.ts';
import { useSeats } from './seats-context.ts';

interface Line {
  key: string;
  name: string;
  places: Place[];
}

/** The same places as a table: deck, row, seat. */
export function ListView({ deck }: { deck: Deck }) {
  const { say } = useSeats();
  const [onlyFree, setOnlyFree] = useState(false);
  return (
    <div className="list">
      <label className="check">
        <input type="checkbox" checked={onlyFree} onChange={({ target }) => setOnlyFree(target.checked)} />
        <span>{say('onlyFree')}</span>
      </label>
      {deck.sections.map((section) => (
        <SectionTable key={section.id} {...{ section, deck, onlyFree }} />
      ))}
    </div>
  );
}

interface InSection {
  section: Section;
  deck: Deck;
  onlyFree: boolean;
}

function SectionTable({ section, deck, onlyFree }: InSection) {
  const { plan, say, lookAt } = useSeats();
  const isShown = (place: Place) => !onlyFree || lookAt(place) === 'free' || lookAt(place) === 'mine';
  const all = linesOf({ section, places: plan.places.filter((place) => place.deck === deck.id), say });
  const lines = all
    .map((line) => ({ ...line, places: line.places.filter(isShown) }))
    .filter(({ places }) => places.length > 0);
  const hasTables = section.rows.length === 0;
  return (
    <table className="list__table">
      <caption>
        {section.name} <span className="soft small">{deck.name}</span>
      </caption>
      <thead>
        <tr>
          <th scope="col">{say(hasTables ? 'tableHead' : 'rowHead')}</th>
          <th scope="col">{say('seatsHead')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ key, name, places }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            <td>
              <div className="list__places">
                {places.map((place) => (
                  <PlaceCheck key={place.id} place={place} />
                ))}
              </div>
            </td>
          </tr>
        ))}
      </tbody>
      {lines.length === 0 && (
        <tfoot>
          <tr>
            <td colSpan={2}>{say('nothingFree')}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

type Lining = { section: Section; places: readonly Place[]; say: ReturnType<typeof useSeats>['say'] };

function linesOf({ section, places, say }: Lining): Line[] {
  const here = places.filter((place) => place.section === section.id);
  const rows = section.rows.map(({ label }) => ({
    ...{ key: `row:${label}`, name: say('row', { row: label }) },
    places: here.filter(({ row }) => row === label),
  }));
  const tables = section.tables.map(({ id, label }) => ({
    ...{ key: `table:${id}`, name: say('tableName', { table: label }) },
    places: here.filter(({ table }) => table === label),
  }));
  return [...rows, ...tables];
}

/** A real checkbox: every key and every screen reader knows what to do with it. */
function PlaceCheck({ place }: { place: Place }) {
  const { lookAt, isBusy, spoken, actions, price, money, say } = useSeats();
  const look = lookAt(place);
  const isOpen = look === 'free' || look === 'mine';
  const amount = price(place);
  return (
    <label className="place-check" data-look={look} data-busy={isBusy(place) || undefined}>
      <input
        type="checkbox"
        checked={look === 'mine'}
        disabled={!isOpen}
        aria-label={spoken(place)}
        data-place={place.id}
        onChange={() => actions.toggle(place)}
      />
      <span aria-hidden="true" className="place-check__name">
        {place.kind === 'table' ? placeName(place, say) : place.seats[0]?.number}
        {place.accessible && <Accessibility size={14} />}
      </span>
      <span aria-hidden="true" className="place-check__word">
        {look === 'free' && amount ? money(amount) : say(`legend.${look}`)}
      </span>
    </label>
  );
}
