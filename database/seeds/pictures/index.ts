import { berthPictures } from './scenes/berths.ts';
import { canalsByDay } from './scenes/canals.ts';
import { audioGuide, treasureIsland } from './scenes/charts.ts';
import { vesselPictures } from './scenes/fleet.ts';
import { gangway, helmBadge, paperBoat, pennant, sailCard } from './scenes/goods.ts';
import {
  fortsOfKronstadt,
  gulfByYacht,
  ingriaCharter,
  oreshekAndLadoga,
  peterhofByFastShip,
} from './scenes/gulf.ts';
import { marks } from './scenes/marks.ts';
import { jazzDinner, nightBridges, whiteNight } from './scenes/neva.ts';
import { clubRegatta, listeningSession, sunsetSail } from './scenes/south.ts';
import { carobHall } from './scenes/venue.ts';
import type { Markup } from './svg.ts';

/** A drawing and where its square is cut: 0 is the left edge, 1 the right one. */
export interface Picture {
  draw: () => Markup;
  square: number;
}

const picture = (draw: () => Markup, square = 0.5): Picture => ({ draw, square });

/** By the slug of what they show. */
export const activityPictures: Record<string, Picture> = {
  'canals-by-day': picture(canalsByDay, 0.24),
  'night-bridges': picture(nightBridges, 0.44),
  'white-night-on-the-neva': picture(whiteNight, 0.34),
  'peterhof-by-fast-ship': picture(peterhofByFastShip, 0.58),
  'forts-and-lighthouses-of-kronstadt': picture(fortsOfKronstadt, 0.4),
  'oreshek-and-ladoga': picture(oreshekAndLadoga, 0.24),
  'jazz-dinner-on-the-neva': picture(jazzDinner, 0.4),
  'treasure-island-for-families': picture(treasureIsland, 0.1),
  'gulf-by-yacht': picture(gulfByYacht, 0.4),
  'motor-yacht-ingria-charter': picture(ingriaCharter, 0.56),
  'members-sunset-sail': picture(sunsetSail, 0.55),
  'listening-session': picture(listeningSession, 0.02),
  'club-regatta-weekend': picture(clubRegatta, 0.42),
};

export const productPictures: Record<string, () => Markup> = {
  'city-from-the-water': audioGuide,
  'first-up-the-gangway': gangway,
  'gift-card-5000': paperBoat,
  'nebula-quarter': pennant,
  'nebula-helm-badge': helmBadge,
  'nebula-gift-card-50': sailCard,
};

export const venuePictures: Record<string, () => Markup> = { 'carob-store': carobHall };

export { berthPictures, marks, vesselPictures };
