import type { Locale } from '@gangway/kit';

interface Point {
  latitude: number;
  longitude: number;
}

/** A map with a pin: Yandex for Russian readers, who have it on their phones, OpenStreetMap for the others. */
export function mapUrl({ latitude, longitude }: Point, locale: Locale): string {
  return locale === 'ru'
    ? `https://yandex.ru/maps/?pt=${longitude},${latitude}&z=17&l=map`
    : `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`;
}
