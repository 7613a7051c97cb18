import type { Locale } from '@gangway/client/words';

interface EventLink {
  locale: Locale;
  /** The activity's slug; without one the link is by id alone. */
  slug?: string;
  id: string;
}

/** `/ru/events/rivers-and-canals-k3f0q8v1m2n4b6c7d9e1g5h8`. */
export const eventPath = ({ locale, slug, id }: EventLink): string =>
  `/${locale}/events/${slug ? `${slug}-` : ''}${id}`;

/** The id of a departure in the last part of its address, with or without the slug before it. */
export const eventIdOf = (param = ''): string => param.slice(param.lastIndexOf('-') + 1);
