import type { ActivityRecord } from '../records.ts';
import { canalsByDay } from './canals-by-day.ts';
import { clubRegatta } from './club-regatta.ts';
import { fortsOfKronstadt } from './forts-of-kronstadt.ts';
import { gulfByYacht } from './gulf-by-yacht.ts';
import { ingriaCharter } from './ingria-charter.ts';
import { jazzDinner } from './jazz-dinner.ts';
import { listeningSession } from './listening-session.ts';
import { nightBridges } from './night-bridges.ts';
import { oreshekAndLadoga } from './oreshek-and-ladoga.ts';
import { peterhofDayTrip } from './peterhof-day-trip.ts';
import { sunsetSail } from './sunset-sail.ts';
import { treasureIsland } from './treasure-island.ts';
import { whiteNight } from './white-night.ts';

export const activities: ActivityRecord[] = [
  canalsByDay,
  nightBridges,
  whiteNight,
  peterhofDayTrip,
  fortsOfKronstadt,
  oreshekAndLadoga,
  jazzDinner,
  treasureIsland,
  gulfByYacht,
  ingriaCharter,
  sunsetSail,
  listeningSession,
  clubRegatta,
];
