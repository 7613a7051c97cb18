import type { Parameter } from './description.ts';
import type { Operation } from './operations.ts';

export interface Bases {
  /** Where buyers ask: the website hands the public API on. */
  site: string;
  /** Where staff and our own processes ask. */
  cms: string;
}

const onSite = /^\/(api\/(?!admin\/|crm\/|internal\/)|openapi\.json|\.well-known\/gangway)/;

/** A command that can be pasted: the route's own example, with a place for the token. */
export function curlOf(operation: Operation, { site, cms }: Bases): string {
  const { method, path, access, body } = operation;
  const address = (onSite.test(path) ? site : cms) + filled(operation);
  return [
    `curl${method === 'GET' ? '' : ` -X ${method}`} '${address}'`,
    ...(access === 'public' ? [] : [`-H 'Authorization: Bearer ${tokenNames[access]}'`]),
    ...examplesIn(operation, 'header').map(([name, value]) => `-H '${name}: ${value}'`),
    ...(body ? [`-H 'Content-Type: application/json'`, `-d '${quoted(body.example)}'`] : []),
  ].join(' \\\n  ');
}

const tokenNames = { customer: '$CUSTOMER_TOKEN', staff: '$STAFF_TOKEN', internal: '$INTERNAL_TOKEN' };

function filled(operation: Operation): string {
  const given = new Map(examplesIn(operation, 'path'));
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent(given.get(name) ?? name),
  );
  const query = new URLSearchParams(examplesIn(operation, 'query')).toString();
  return query ? `${path}?${query}` : path;
}

function examplesIn({ parameters }: Operation, where: Parameter['in']): [string, string][] {
  return parameters.flatMap((one): [string, string][] => {
    const example = exampleOf(one);
    return one.in === where && example !== undefined ? [[one.name, String(example)]] : [];
  });
}

export const exampleOf = ({ example, schema }: Parameter): unknown => example ?? schema?.example;

/** Inside single quotes of a shell. */
const quoted = (body: unknown): string => JSON.stringify(body, null, 2).replaceAll("'", String.raw`'\''`);
