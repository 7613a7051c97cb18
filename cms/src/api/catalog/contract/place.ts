import { z } from '@gangway/kit';

export const imageSchema = z.strictObject({
  url: z.string(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  alt: z.string(),
  sources: z
    .array(z.strictObject({ url: z.string(), width: z.int(), height: z.int(), type: z.string() }))
    .describe('The same picture in other sizes and formats, narrow first; `type` is a media type'),
  focalPoint: z
    .strictObject({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) })
    .nullable()
    .describe('What must stay visible when the picture is cut, in shares of width and height'),
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
