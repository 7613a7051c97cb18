import { z } from '@gangway/kit';
import { activityKinds } from './event-item.ts';

const choice = z.string().max(100);

/** `a,b` and `a=…&a=…` both name several values; any of them may match. */
const choices = z
  .union([z.string().max(400), z.array(choice).max(50)])
  .transform((value) => [value].flat().flatMap((text) => text.split(',')))
  .transform((values) => values.map((value) => value.trim()).filter(Boolean));

/** A number written in digits, at most fifteen of them. */
export const wholeNumber = ({ from, to }: { from: number; to: number }) =>
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .pipe(z.int().min(from).max(to));

// A plus that was not escaped arrives as a space.
const dayOrMoment = z
  .string()
  .max(40)
  .transform((text) => text.replace(' ', '+'))
  .pipe(z.union([z.iso.date(), z.iso.datetime({ offset: true })]));

const minorUnits = wholeNumber({ from: 0, to: 999_999_999_999 });

const some = (what: string) =>
  choices.optional().describe(`${what}; several with commas, any of them may match`);

/** What narrows a list of departures down; all of it must hold. */
export const eventFilters = {
  q: z
    .string()
    .max(200)
    .optional()
    .describe(
      'Words of the title, summary, berth, route, vessel or category: beginnings and other forms are found, and where nothing is, the other keyboard layout, the other alphabet (pinyin for Chinese) and mistakes of typing are tried. The first twelve words count',
    ),
  from: dayOrMoment
    .optional()
    .describe(
      'First day in the zone of the departure, or a moment with offset; without it only what has not left',
    ),
  to: dayOrMoment
    .optional()
    .describe('Last day in the zone of the departure, or a moment with offset; included'),
  category: some('Slugs or ids'),
  route: some('Slugs or ids'),
  berth: some('Slugs or ids'),
  vessel: some('Ids'),
  kind: choices.pipe(z.array(z.enum(activityKinds))).optional(),
  seller: some('Slugs or ids'),
  priceMin: minorUnits
    .optional()
    .describe('Compared with priceFrom: minor units of the seller’s own currency'),
  priceMax: minorUnits
    .optional()
    .describe('Compared with priceFrom: minor units of the seller’s own currency'),
  seatsMin: wholeNumber({ from: 1, to: 100_000 }).optional().describe('So many places can be bought now'),
};

export type EventFilters = z.output<z.ZodObject<typeof eventFilters>>;

export const sortOrders = [
  'time',
  '-time',
  'price',
  '-price',
  'popularity',
  '-popularity',
  'relevance',
] as const;
export type SortOrder = (typeof sortOrders)[number];

export const paging = {
  page: wholeNumber({ from: 1, to: 999_999_999_999_999 })
    .default(1)
    .describe('Pages past the last one are empty'),
  pageSize: wholeNumber({ from: 1, to: 100 }).default(20),
};

export const pageMeta = { page: z.int(), pageSize: z.int(), total: z.int() };
