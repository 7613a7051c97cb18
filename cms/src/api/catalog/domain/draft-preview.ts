import type { Locale } from '@gangway/kit';
import type { ActivityPreview } from '../contract/preview.ts';
import type { ActivityRow, CatalogueRows } from './catalogue-rows.ts';
import { eventCard } from './event-card.ts';
import { imageView } from './event-view.ts';
import { catalogueNow, type CatalogueNow, type TakenPlaces } from './offer-now.ts';
import { type PublicActivity, publicActivities } from './public-activity.ts';
import { buildSnapshot } from './build-snapshot.ts';

/** `rows` are the catalogue's, `languages` the rows of one activity in the state that is looked at. */
export type DraftedActivity = {
  rows: CatalogueRows;
  languages: readonly ActivityRow[];
  taken: TakenPlaces;
  now: Date;
};

/**
 * An activity as the shop would show it if it were published, whoever it is meant for: with its next departure, or its
 * texts alone when it has none. Undefined where the language has no text.
 */
export function activityPreview(drafted: DraftedActivity, locale: Locale): ActivityPreview | undefined {
  const languages = drafted.languages.map((row) => ({
    ...row,
    audience: 'public' as const,
    archived: false,
  }));
  const [activity] = publicActivities(languages, drafted.rows.images);
  const text = activity?.texts[locale];
  if (!activity || !text) return undefined;
  const { title, summary, description, included, notIncluded, meetingPoint, questions } = text;
  return {
    ...{ slug: activity.facts.slug, kind: activity.facts.kind, title, summary, description },
    ...{ included, notIncluded, meetingPoint, questions },
    image: activity.image && imageView(activity.image, title),
    images: activity.images.map((image) => imageView(image, title)),
    event: nextDeparture(activity, asPublished({ ...drafted, languages }), locale),
  };
}

function asPublished({ rows, languages, taken, now }: DraftedActivity): CatalogueNow {
  const ids = new Set(languages.map(({ id }) => id));
  const activities = [...rows.activities.filter(({ id }) => !ids.has(id)), ...languages];
  const snapshot = buildSnapshot({ ...rows, activities }, { version: 0, now });
  return catalogueNow({ snapshot, taken, now: now.getTime() });
}

function nextDeparture({ id }: PublicActivity, catalogue: CatalogueNow, locale: Locale) {
  const departures = catalogue.snapshot.byActivity.get(id) ?? [];
  const next = departures.find(({ leavesAt }) => leavesAt > catalogue.now) ?? departures.at(-1);
  return next ? eventCard(next, catalogue, locale) : null;
}
