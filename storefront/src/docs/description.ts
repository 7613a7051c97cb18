import type { House } from '../../server/house.ts';
import { cachedFetch } from '../api/cached-fetch.ts';

/** The parts of JSON Schema 2020-12 that our description is written with. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  maxItems?: number;
  additionalProperties?: boolean | Schema;
}

interface Media {
  schema?: Schema;
  example?: unknown;
}

export interface Parameter {
  $ref?: string;
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  description?: string;
  schema?: Schema & { example?: unknown };
  example?: unknown;
}

export interface Spoken {
  operationId: string;
  summary?: string;
  tags?: string[];
  security?: Record<string, string[]>[];
  'x-section'?: { name: string; verb: string };
  parameters?: Parameter[];
  requestBody?: { content: Record<string, Media> };
  responses: Record<string, { description?: string; content?: Record<string, Media>; 'x-codes'?: string[] }>;
}

/** OpenAPI 3.1, as far as the pages read it. */
export interface Description {
  info: { title: string; version: string };
  paths: Record<string, Record<string, Spoken>>;
  components?: { parameters?: Record<string, Parameter>; schemas?: Record<string, Schema> };
}

/** The description of the API that runs now; undefined while nobody answers and nobody has answered before. */
export async function readDescription({ cmsUrl }: House): Promise<Description | undefined> {
  const answer = await cachedFetch(new Request(new URL('/openapi.json', cmsUrl))).catch(() => undefined);
  return answer?.ok ? ((await answer.json()) as Description) : undefined;
}
