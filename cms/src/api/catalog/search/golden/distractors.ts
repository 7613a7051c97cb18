import type { Locale, Localized } from '@gangway/kit';
import { formats, type Format } from './formats.ts';
import { places, type Place } from './towns.ts';
import { fleet } from './fleet.ts';

/** What a search looks through of one activity, in one language. */
export type GoldenText = Record<'title' | 'summary' | 'category' | 'route' | 'berth' | 'vessel', string>;

export type GoldenActivity = { slug: string; texts: Record<Locale, GoldenText> };

/** Twenty kinds of outing in each of twenty-five towns: always the same five hundred. */
export function distractors(): GoldenActivity[] {
  return places.flatMap((place, town) =>
    formats.map((format, kind) => distractor({ place, format, vessel: vesselAt(town * 7 + kind * 3) })),
  );
}

function vesselAt(position: number): Localized {
  return fleet[position % fleet.length] as Localized;
}

type Parts = { place: Place; format: Format; vessel: Localized };

function distractor({ place, format, vessel }: Parts): GoldenActivity {
  const text = (locale: Locale): GoldenText => {
    const fill = (template: Localized) => filled(template[locale], { place, vessel, locale });
    return {
      title: fill(format.title),
      summary: fill(format.summary),
      category: fill(format.category),
      route: fill(place.route),
      berth: fill(place.berth),
      vessel: vessel[locale],
    };
  };
  return {
    slug: `${format.slug}-${place.slug}`,
    texts: { ru: text('ru'), en: text('en'), zh: text('zh') },
  };
}

type Filling = { place: Place; vessel: Localized; locale: Locale };

/** `{in}` in the town, `{of}` of the town, `{on}` on its water, `{along}` along it, `{vessel}` the ship's name. */
function filled(template: string, { place, vessel, locale }: Filling): string {
  const words: Record<string, string> = {
    in: place.in[locale],
    of: place.of[locale],
    on: place.on[locale],
    along: place.along[locale],
    vessel: vessel[locale],
  };
  return template.replace(/\{(\w+)\}/g, (_whole, name: string) => words[name] ?? '');
}
