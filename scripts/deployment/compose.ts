import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../root.ts';

/** One service as far as our checks look at it. */
export interface Service {
  image: string;
  build?: { context: string; target: string };
  environment?: Record<string, string>;
  ports?: string[];
  secrets?: string[];
  volumes?: string[];
  restart?: string;
  stop_grace_period?: string;
  healthcheck?: { test: string[] };
  depends_on?: Record<string, { condition: string }>;
  deploy?: { resources?: { limits?: { cpus?: string; memory?: string } } };
}

export interface Compose {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
  secrets?: Record<string, { file: string }>;
}

/** A file of `docker compose`, with its anchors and merges resolved; `${…}` stands as it is. */
export const readCompose = (file: string): Compose =>
  parse(readFileSync(join(root, file), 'utf8'), { merge: true }) as Compose;

const reference = /\$\{(?<name>\w+)(?::(?<kind>[-?])(?<rest>[^}]*))?\}/g;

/** What `docker compose` would put in for `${NAME}`, `${NAME:-fallback}` and `${NAME:?why}`. */
export const interpolated = (text: string, values: Record<string, string>): string =>
  text.replace(reference, (_, name: string, kind: string, rest: string) => {
    const given = values[name];
    if (given) return given;
    if (kind === '-') return rest;
    throw new Error(`${name} must be given: ${rest ?? 'nothing says why'}`);
  });

/** The names that must be given, or `docker compose` refuses. */
export const requiredNames = (text: string): string[] => [
  ...new Set(
    [...text.matchAll(reference)]
      .filter(({ groups }) => groups?.['kind'] === '?')
      .map(({ groups }) => groups?.['name'] ?? ''),
  ),
];
