import { translator } from '../../words/index.ts';
import en from '../../../../config/locales/en/seats.json' with { type: 'json' };
import ru from '../../../../config/locales/ru/seats.json' with { type: 'json' };
import { planOf } from './layout.ts';
import { namesOf, spokenName } from './names.ts';
import { sampleLayout } from './sample-plan.ts';

const plan = planOf(sampleLayout);
const sayIn = (locale: 'ru' | 'en') => {
  const t = translator({ locale, words: { seats: { ru, en }[locale] } });
  return (key: string, values?: object) => t(`seats:${key}`, { ...values });
};
const price = { amount: 129_000, currency: 'RUB' as const };
const place = (id: string) => plan.byId.get(id) ?? plan.places[0]!;

describe('what screen readers hear of a place', () => {
  it('is which, in what state, for how much and where', () => {
    const [say, locale] = [sayIn('en'), 'en' as const];
    expect(spokenName(place('1A'), { plan, say, locale, look: 'free', price })).toBe(
      'Row 1, seat A, free, ₽1,290, Under glass',
    );
    expect(spokenName(place('5A'), { plan, say, locale, look: 'sold', price })).toBe(
      'Row 5, seat A, taken, Open stern, for a guest in a wheelchair',
    );
  });

  it('names a table that is sold whole once', () => {
    const [say, locale] = [sayIn('ru'), 'ru' as const];
    expect(namesOf(['1B', 'T1-1', 'T1-2', 'T1-3', 'T1-4'], { plan, say, locale })).toBe(
      'Ряд 1, место B; Стол T1 целиком, 4 места',
    );
  });
});
