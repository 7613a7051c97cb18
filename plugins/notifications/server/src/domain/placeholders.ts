import Mustache from 'mustache';
import type { MessageData, MessageValue } from '../../../contract/notifications.ts';

/** What a text must not contain, and why: the names that its data lack, a tag that is not closed, a tag we refuse. */
export type TextProblem = { kind: 'unknown' | 'unclosed' | 'refused'; names: readonly string[] };

type Token = [type: string, value: string, start: number, end: number, inner?: Token[]];
type Scope = readonly MessageData[];

/** What is wrong with a text, judged by sample data that hold every name; nothing when all is well. */
export function textProblems(text: string, sample: MessageData): TextProblem[] {
  const tokens = tokensOf(text);
  if (!tokens) return [{ kind: 'unclosed', names: [] }];
  const refused = unique(refusedTags(tokens));
  const names = unique(unknownNames(tokens, [sample]));
  return [
    ...(refused.length > 0 ? [{ kind: 'refused', names: refused } as const] : []),
    ...(names.length > 0 ? [{ kind: 'unknown', names } as const] : []),
  ];
}

/** The names a text may use, as managers write them, with what stands for them in the sample. */
export type Placeholder = { name: string; example: string; inside?: string };

export function placeholdersOf(data: MessageData, prefix = '', inside?: string): Placeholder[] {
  return Object.entries(data).flatMap(([key, value]) => {
    const name = prefix + key;
    if (isList(value)) return [{ name, example: '', inside }, ...placeholdersOf(value[0] ?? {}, '', name)];
    if (isData(value)) return placeholdersOf(value, `${name}.`, inside);
    return [{ name, example: typeof value === 'string' ? value : '', inside }];
  });
}

function tokensOf(text: string): Token[] | undefined {
  try {
    return Mustache.parse(text) as Token[];
  } catch {
    return undefined;
  }
}

const isSection = (type: string): boolean => type === '#' || type === '^';
const innerOf = ([, , , , inner]: Token): Token[] => (Array.isArray(inner) ? inner : []);

// Unescaped values would let a buyer's name write HTML; partials and other delimiters hide names from this check.
function refusedTags(tokens: readonly Token[]): string[] {
  return tokens.flatMap((token) => {
    if (['&', '>', '='].includes(token[0])) return [token[1]];
    return isSection(token[0]) ? refusedTags(innerOf(token)) : [];
  });
}

function unknownNames(tokens: readonly Token[], scope: Scope): string[] {
  return tokens.flatMap((token) => {
    const [type, name] = token;
    if (type !== 'name' && !isSection(type)) return [];
    const found = lookUp(name, scope);
    if (found === undefined) return [name];
    return isSection(type) ? unknownNames(innerOf(token), entered(found, scope)) : [];
  });
}

function lookUp(name: string, scope: Scope): MessageValue | undefined {
  const [first = '', ...rest] = name.split('.');
  const owner = scope.find((data) => Object.hasOwn(data, first));
  return rest.reduce<MessageValue | undefined>(
    (value, key) => (isData(value) && Object.hasOwn(value, key) ? value[key] : undefined),
    owner?.[first],
  );
}

function entered(value: MessageValue, scope: Scope): Scope {
  if (isList(value)) return [value[0] ?? {}, ...scope];
  return isData(value) ? [value, ...scope] : scope;
}

const isList = (value: unknown): value is readonly MessageData[] => Array.isArray(value);
const isData = (value: unknown): value is MessageData =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const unique = (names: readonly string[]): string[] => [...new Set(names)];
