import { makeActivity } from './apply/activities.ts';
import { makeCategories, makePages, makeSellers, makeSite } from './apply/editorial.ts';
import { type Exhibition, oneForAll, openExhibition } from './apply/exhibition.ts';
import { type Gallery, openGallery } from './apply/gallery.ts';
import { makeIncidents } from './apply/incidents.ts';
import { type Ledger, openLedger } from './apply/ledger.ts';
import { seasonDrawings, smallDrawing } from './apply/pictures.ts';
import { makePlaces } from './apply/places.ts';
import { makeOffers, makeTicketTypes } from './apply/selling.ts';
import type { StrapiDoor } from './apply/strapi-door.ts';
import { countDepartures, makeDepartures, makeSchedules } from './apply/timetable.ts';
import type { Variant, Voyage } from './apply/voyage.ts';
import { withHands } from './apply/hands.ts';
import { createWriter } from './apply/writer.ts';
import { season } from './season/index.ts';

export type { Variant } from './apply/voyage.ts';

export interface SeedSeason {
  /** A loaded Strapi with the catalogue's tables and rules. */
  strapi: object;
  /** `small`: all activities, about 60 departures in seven days, one picture for all. */
  variant: Variant;
  /** The moment from which the season counts; departures before it are not made. */
  today: Date;
  /** Lines for people who wait. */
  log?: (line: string) => void;
}

export interface SeededSeason {
  /** False when the season stood already: then nothing was touched. */
  seeded: boolean;
  /** Departures made by this call. */
  departures: number;
}

/**
 * Writes the demo season into the catalogue. A seed that was stopped half-way goes on where it stopped; one that
 * was finished is never repeated, whatever people changed or deleted since.
 * @throws when Strapi refuses a record: the season breaks one of its rules then
 */
export async function seedSeason({
  strapi: given,
  variant,
  today,
  log = () => {},
}: SeedSeason): Promise<SeededSeason> {
  const strapi = given as StrapiDoor;
  const ledger = await openLedger(strapi);
  if (await ledger.isDone()) return { seeded: false, departures: 0 };
  const gallery = await openGallery({ strapi, ledger });
  try {
    const exhibition = exhibitionOf({ variant, gallery });
    const voyage = { writer: createWriter({ strapi, ledger }), exhibition, variant, today };
    const departures = await sail({ strapi, ledger, voyage, log });
    await exhibition.settled();
    await ledger.done(variant);
    return { seeded: true, departures };
  } finally {
    await gallery.close();
  }
}

function exhibitionOf({ variant, gallery }: { variant: Variant; gallery: Gallery }): Exhibition {
  if (variant === 'small') return oneForAll({ drawing: smallDrawing(), gallery });
  return openExhibition({ drawings: seasonDrawings(), gallery });
}

interface Course {
  strapi: StrapiDoor;
  ledger: Ledger;
  voyage: Voyage;
  log: (line: string) => void;
}

/** In the order in which records need each other. */
async function sail({ strapi, ledger, voyage, log }: Course): Promise<number> {
  const { together } = ledger;
  await together(() => makePages(voyage));
  await together(() => makeSellers(voyage));
  log(`${season.sellers.length} sellers and ${season.pages.length} pages in three languages`);
  await together(() => makeCategories(voyage));
  await together(() => makeTicketTypes(voyage));
  await together(() => makePlaces(voyage));
  log(`${season.berths.length} berths and ${season.vessels.length} vessels with their seating plans`);
  await together(() => makeSite(voyage));
  await withHands(3, season.activities, async (activity) => {
    await together(() => makeActivity(voyage, activity));
    log(`${activity.text.en.title}, with pictures and prices`);
  });
  await together(() => makeOffers(voyage));
  await together(async () => {
    await makeSchedules(voyage);
    await makeDepartures(strapi, voyage);
  });
  const departures = await countDepartures(strapi);
  await together(() => makeIncidents(strapi, ledger, voyage));
  log(`${departures} departures`);
  return departures;
}
