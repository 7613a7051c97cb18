import createClient, { type Client } from 'openapi-fetch';
import type { paths } from '../../dist/api.d.ts';

export type { components, paths } from '../../dist/api.d.ts';
export type Api = Client<paths>;

/** What a refusal says: `code` for programs, `message` for people, in the language of the request. */
export interface ApiError {
  code: string;
  message: string;
  status: number;
  details?: Record<string, unknown>;
  traceId?: string;
}

/** The API of the house, typed by its own description. `base` is an origin, or empty for the page's own. */
export const apiAt = ({ base, ...options }: { base: string } & Parameters<typeof createClient>[0]): Api =>
  createClient<paths>({ baseUrl: base, ...options });
