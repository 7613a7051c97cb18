import type { Description, Parameter, Schema, Spoken } from './description.ts';

export type Access = 'public' | 'customer' | 'staff' | 'internal';

/** One route, as its page shows it. */
export interface Operation {
  id: string;
  method: string;
  path: string;
  summary: string;
  tag: string;
  access: Access;
  /** What of the back office a member of staff needs. */
  section?: { name: string; verb: string };
  parameters: Parameter[];
  body?: { schema: Schema; example: unknown };
  answer?: { media: string; schema: Schema | undefined; example: unknown };
  refusals: Refusal[];
}

export interface Refusal {
  status: string;
  code: string;
  message: string;
}

/** All routes, in the order of the description. */
export function operationsOf(description: Description): Operation[] {
  return Object.entries(description.paths).flatMap(([path, verbs]) =>
    Object.entries(verbs).map(([method, spoken]) => operationOf({ description, path, method, spoken })),
  );
}

interface Place {
  description: Description;
  path: string;
  method: string;
  spoken: Spoken;
}

function operationOf({ description, path, method, spoken }: Place): Operation {
  const [body] = Object.values(spoken.requestBody?.content ?? {});
  const [answered] = Object.entries(spoken.responses['200']?.content ?? {});
  return {
    ...{ id: spoken.operationId, method: method.toUpperCase(), path, summary: spoken.summary ?? '' },
    ...{ tag: spoken.tags?.[0] ?? '', access: accessOf(spoken), section: spoken['x-section'] },
    parameters: (spoken.parameters ?? []).map((one) => named(one, description)),
    body: body?.schema && { schema: body.schema, example: body.example },
    answer: answered && { media: answered[0], schema: answered[1].schema, example: answered[1].example },
    refusals: refusalsOf(spoken),
  };
}

const accessOf = ({ security }: Spoken): Access =>
  (Object.keys(security?.[0] ?? {})[0] ?? 'public') as Access;

function named(parameter: Parameter, { components }: Description): Parameter {
  const name = parameter.$ref?.split('/').at(-1) ?? '';
  return components?.parameters?.[name] ?? parameter;
}

/** The description of a status lists its codes, one a line: `` `CODE`: what people read ``. */
function refusalsOf({ responses }: Spoken): Refusal[] {
  const refused = Object.entries(responses).filter(([, answer]) => answer['x-codes']);
  return refused.flatMap(([status, { description = '' }]) =>
    [...description.matchAll(/^`(\w+)`: (.*)$/gm)].map(([, code = '', message = '']) => ({
      ...{ status, code, message },
    })),
  );
}

/** Those whose method, path or summary has all words of the search. */
export function found(operations: readonly Operation[], search: string): Operation[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return operations.filter((operation) => words.every((word) => searchText(operation).includes(word)));
}

export const searchText = ({ method, path, summary, id }: Operation): string =>
  `${method} ${path} ${summary} ${id}`.toLowerCase();
