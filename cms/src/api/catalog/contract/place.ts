import { z } from '@gangway/kit';

export const imageSchema = z.strictObject({
  url: z.string(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  alt: z.string(),
  sources: z
    .array(z.strictObject({ url: z.string(), width: z.int(), height: z.int() }))
    .describe('The same picture in other sizes, narrow first'),
});

export const berthSchema = z.strictObject({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  address: z.string(),
  city: z.string(),
});

export const routeSchema = z.strictObject({ id: z.string(), slug: z.string(), name: z.string() });
export const categorySchema = routeSchema;

export const vesselSchema = z.strictObject({ id: z.string(), name: z.string(), kind: z.string() });

export const venueSchema = z.strictObject({ id: z.string(), name: z.string(), address: z.string() });

/** Where people come to: the berth, else the venue. WGS 84 degrees. */
export const mapPointSchema = z.strictObject({
  latitude: z.number(),
  longitude: z.number(),
  name: z.string(),
  address: z.string(),
  directions: z.string().nullable(),
});
