import { defineProblems, listedNames, type Problem } from '../../../frame/editing/problem.ts';
import { areas, type Geometry, seats } from './geometry.ts';

/** What forbids an edit of a seating plan, beside what is wrong with its drawing. */
export const planProblems = defineProblems({
  PLAN_TOO_SMALL: {
    ru: 'На эту схему уже назначены рейсы, где мест: {capacity}. Меньше оставить нельзя: сделайте копию схемы.',
    en: 'There are departures on this plan with this many places: {capacity}. It cannot have fewer: make a copy of the plan.',
    zh: '该座位图已有座位数为 {capacity} 的班次，座位不能更少：请复制一份座位图。',
  },
  PLAN_SEATS_TAKEN: {
    ru: 'Эти места заняты или проданы на будущих рейсах: {seats}. Убрать их или перенести в другую зону нельзя: сделайте новую версию схемы, а эту отправьте в архив.',
    en: 'These seats are held or sold on departures ahead: {seats}. They cannot go or change their zone: make a new version of the plan and archive this one.',
    zh: '以下座位在后续班次中已被占用或售出：{seats}。不能移除或更改其区域：请新建座位图版本，并将此版本归档。',
  },
  PLAN_ZONES_TAKEN: {
    ru: 'В зонах без номеров уже занято больше мест, чем остаётся на схеме: {zones}. Сделайте новую версию схемы, а эту отправьте в архив.',
    en: 'More places are taken in zones without numbers than the plan would leave: {zones}. Make a new version of the plan and archive this one.',
    zh: '不对号区域中已占用的座位多于修改后的数量：{zones}。请新建座位图版本，并将此版本归档。',
  },
});

/** What is held or sold by a plan on departures ahead; of a zone, on the fullest of them. */
export type PlanClaims = {
  seats: { seatCode: string; zone: string }[];
  zones: { zone: string; places: number }[];
};

/** Seats and open zones that people have places in stay in the plan. */
export function takenPlaceProblems(geometry: Geometry, { seats: taken, zones }: PlanClaims): Problem[] {
  const zoneOf = new Map(seats(geometry).map(({ seatCode, zone }) => [seatCode, zone]));
  const lost = taken.filter(({ seatCode, zone }) => zoneOf.get(seatCode) !== zone);
  const room = (zone: string) =>
    areas(geometry).reduce((sum, area) => sum + (area.zone === zone ? area.capacity : 0), 0);
  const narrow = zones.filter(({ zone, places }) => room(zone) < places);
  return [
    ...(lost.length > 0
      ? [
          planProblems.PLAN_SEATS_TAKEN('geometry', {
            seats: listedNames(shown(lost.map((seat) => seat.seatCode))),
          }),
        ]
      : []),
    ...(narrow.length > 0
      ? [
          planProblems.PLAN_ZONES_TAKEN('geometry', {
            zones: listedNames(shown(narrow.map(({ zone }) => zone))),
          }),
        ]
      : []),
  ];
}

const most = 10;

const shown = (names: readonly string[]): string[] =>
  names.length > most ? [...names.slice(0, most), '…'] : [...names];
