import { dayOf, timeOf } from '@gangway/client/format';
import type { Locale, Translate } from '@gangway/client/words';
import type { PreviewCard } from '../../server/og/card.ts';
import type { EventCard } from '../api/shapes.ts';
import { priceText } from '../catalogue/price-text.ts';

export interface Preview {
  card: PreviewCard;
  /** Address of the picture behind the words. */
  picture: string | undefined;
}

interface About {
  event: EventCard;
  locale: Locale;
  now: string;
  /** Of the website. */
  name: string;
  t: Translate;
}

const width = 1_200;

/** What a link to a departure shows. No "today" and no places left: others keep the picture for weeks. */
export function previewOf({ event, locale, now, name, t }: About): Preview {
  const shown = { at: event.startAt, zone: event.timezone, locale };
  const place = (event.berth ?? event.venue)?.name;
  const price = priceText({ event, locale, t });
  return {
    card: {
      ...{ name, title: event.activity.title, isChinese: locale === 'zh' },
      when: `${dayOf({ ...shown, now })} · ${timeOf(shown)}`,
      ...(place ? { place } : {}),
      ...(price ? { price } : {}),
    },
    picture: pictureOf(event.activity.image),
  };
}

/** The smallest that fills the frame. */
function pictureOf(image: EventCard['activity']['image']): string | undefined {
  if (!image) return undefined;
  return image.sources.find((source) => source.width >= width)?.url ?? image.url;
}
