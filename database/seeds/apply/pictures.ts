import {
  activityPictures,
  berthPictures,
  marks,
  productPictures,
  venuePictures,
  vesselPictures,
} from '../pictures/index.ts';
import { nightBridges } from '../pictures/scenes/neva.ts';
import { paint, renderMark, wideOf } from '../pictures/render.ts';
import type { Markup } from '../pictures/svg.ts';
import { season } from '../season/index.ts';
import type { Drawing } from './gallery.ts';

/** Every picture of the season, in the order in which the documents ask for them. */
export function seasonDrawings(): Drawing[] {
  return [...markDrawings(), ...placeDrawings(), ...activityDrawings(), ...productDrawings()];
}

/** One small picture in the place of all: what a test needs to publish, and no more. */
export function smallDrawing(): Drawing {
  const draw = async () => wideOf(await paint(nightBridges()), 240);
  return { name: 'season', alt: 'Разведённый мост ночью', draw };
}

function markDrawings(): Drawing[] {
  const alts: Record<string, string> = {
    'slow-ahead': 'Знак пароходства: машинный телеграф на отметке «малый ход»',
    nebula: 'Знак клуба: золотая спираль туманности на тёмном круге',
    gangway: 'Знак площадки: сходни от причала к борту',
  };
  return Object.entries(marks).map(([slug, draw]) => ({
    name: `mark-${slug}`,
    alt: alts[slug] ?? '',
    draw: () => renderMark(draw()),
  }));
}

function placeDrawings(): Drawing[] {
  const { berths, vessels, venues } = season;
  return [
    ...wide('berth', berths, berthPictures),
    ...wide('vessel', vessels, vesselPictures),
    ...wide('venue', venues, venuePictures),
  ];
}

const productDrawings = () => wide('product', season.products, productPictures);

/** Pixels across: these never fill a page. */
const besideTheText = 1000;

interface Pictured {
  slug: string;
  picture: string;
}

function wide(kind: string, records: readonly Pictured[], drawn: Record<string, () => Markup>): Drawing[] {
  return records.map(({ slug, picture }) => ({
    name: `${kind}-${slug}`,
    alt: picture,
    draw: async () => wideOf(await paint(drawingOf(slug, drawn)()), besideTheText),
  }));
}

function drawingOf<Found>(slug: string, drawn: Record<string, Found>): Found {
  const found = drawn[slug];
  if (!found) throw new Error(`Nothing is drawn for ${slug}.`);
  return found;
}

/** 3:2; a page that wants a square cuts it around the focal point. */
function activityDrawings(): Drawing[] {
  return season.activities.map(({ slug, picture }) => {
    const { draw, square } = drawingOf(slug, activityPictures);
    const focalPoint = { x: Math.round(square * 100), y: 60 };
    return {
      name: `activity-${slug}`,
      alt: picture,
      focalPoint,
      draw: async () => wideOf(await paint(draw())),
    };
  });
}
