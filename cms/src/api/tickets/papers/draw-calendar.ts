import ical, { ICalAlarmType, ICalCalendarMethod } from 'ical-generator';
import { zonedIso } from '@gangway/kit';
import type { Paper } from '../domain/paper.ts';
import { words } from '../domain/paper-words.ts';
import { timeZoneRules } from '../domain/time-zone-rules.ts';

const reminderSeconds = 2 * 60 * 60;

/** The departure as a calendar entry: on the clock of its place, with the berth, a point on the map and an alarm. */
export function drawCalendar(paper: Paper, { now }: { now: Date }): string {
  const { locale, place, seller, timezone } = paper;
  const calendar = ical({
    name: seller.brand,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'Gangway', product: 'tickets', language: locale.toUpperCase() },
  });
  calendar.timezone({ name: null, generator: (zone) => timeZoneRules(zone, Date.parse(paper.startAt)) });
  const event = calendar.createEvent({
    id: `${paper.ticketId}@gangway`,
    timezone,
    stamp: now,
    start: onItsClock(paper.startAt, timezone),
    end: onItsClock(paper.endAt, timezone),
    summary: `${paper.title} · ${seller.brand}`,
    description: describe(paper),
  });
  if (place) event.location(locationOf(place));
  if (place?.mapUrl) event.url(place.mapUrl);
  event.createAlarm({
    type: ICalAlarmType.display,
    trigger: reminderSeconds,
    description: `${words.reminder[locale]}: ${paper.title}`,
  });
  return calendar.toString();
}

// The library reads a Date by the clock of the process when an entry has a zone of its own.
function onItsClock(moment: string, zone: string): Date {
  const [year = 0, month = 1, ...rest] = zonedIso(Date.parse(moment), zone)
    .slice(0, 19)
    .split(/\D/)
    .map(Number);
  const [day = 1, hour = 0, minute = 0, second = 0] = rest;
  return new Date(year, month - 1, day, hour, minute, second);
}

function locationOf({ name, address, city, latitude, longitude }: NonNullable<Paper['place']>) {
  const title = [name, address, city].filter(Boolean).join(', ');
  if (latitude === null || longitude === null) return { title };
  return {
    title: name,
    address: [address, city].filter(Boolean).join(', '),
    geo: { lat: latitude, lon: longitude },
  };
}

function describe({ locale, place, ...paper }: Paper): string {
  return [
    `${words.order[locale]} ${paper.orderNumber}, ${words.code[locale].toLowerCase()} ${paper.shortCode}`,
    paper.ticketType,
    paper.seat.map(({ label, value }) => `${label}: ${value}`).join(', '),
    paper.vessel && `${words.vessel[locale]}: ${paper.vessel}`,
    place?.directions,
    paper.meetingPoint,
    paper.refund,
    `${paper.seller.name}, ${paper.seller.phone}`,
  ]
    .filter(Boolean)
    .join('\n');
}
