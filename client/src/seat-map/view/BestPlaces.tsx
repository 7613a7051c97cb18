import { Wand2 } from 'lucide-react';
import { type FormEvent, useState, useId } from 'react';
import { useSeats } from './seats-context.ts';
import { mostPlaces } from './use-seat-map.ts';

/** For those who do not care which, as long as they sit together. */
export function BestPlaces() {
  const id = useId();
  const { say, plan, actions, state } = useSeats();
  const [count, setCount] = useState(2);
  const [zone, setZone] = useState('');
  const [accessible, setAccessible] = useState(false);
  const zones = plan.layout.zones.filter(({ id }) => plan.places.some((place) => place.zone === id));
  const take = (event: FormEvent) => {
    event.preventDefault();
    actions.takeBest({ count, ...(zone ? { zone } : {}), ...(accessible ? { accessible } : {}) });
  };
  return (
    <form className="best" onSubmit={take} aria-labelledby={id}>
      <h2 className="legend__title" id={id}>
        {say('best.title')}
      </h2>
      <div className="best__fields">
        <label className="field best__count">
          <span className="field__hint">{say('best.count')}</span>
          <select className="select" value={count} onChange={({ target }) => setCount(Number(target.value))}>
            {Array.from({ length: mostPlaces }, (_, at) => (
              <option key={at}>{at + 1}</option>
            ))}
          </select>
        </label>
        <label className="field">
          <span className="field__hint">{say('best.zone')}</span>
          <select className="select" value={zone} onChange={({ target }) => setZone(target.value)}>
            <option value="">{say('best.anyZone')}</option>
            {zones.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      {plan.places.some((place) => place.accessible) && (
        <label className="check">
          <input
            type="checkbox"
            checked={accessible}
            onChange={({ target }) => setAccessible(target.checked)}
          />
          <span>{say('best.accessible')}</span>
        </label>
      )}
      <button className="button button--wide" disabled={state.busy.has('best')}>
        <Wand2 size={18} aria-hidden="true" />
        {say('best.take')}
      </button>
      <p className="soft small">{say('best.hint')}</p>
    </form>
  );
}
