import type { Fields } from '../fields.ts';
import type { World } from '../world.ts';

export type Query = Readonly<Record<string, string>>;

/** A request that its field table has checked. `id`: the object the address names, else empty. */
export type ApiRequest = { id: string; body: Readonly<Record<string, unknown>>; query: Query };

export type Operation = {
  name: string;
  method: 'GET' | 'POST' | 'DELETE';
  path: RegExp;
  body?: Fields;
  query?: Fields;
  run(world: World, request: ApiRequest): object;
};
