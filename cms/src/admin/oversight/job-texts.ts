import { codeWord } from '../desk/code-word.ts';
import type { Say } from '../words/use-words.ts';

/** What a job does, in words; one that nobody has put into words yet keeps its name. */
export function jobName(say: Say, job: string): string {
  const id = codeWord('jobs.name', job);
  return id ? say(id) : say('jobs.name.other', { name: job });
}

/** The ids that a job carries, named by what they are the ids of. */
export function payloadText(say: Say, payload: unknown): string {
  if (typeof payload !== 'object' || payload === null) return '';
  return Object.entries(payload)
    .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
    .map(([name, value]) => `${idName(say, name)} ${value}`)
    .join(', ');
}

function idName(say: Say, name: string): string {
  const id = codeWord('jobs.id', name);
  return id ? say(id) : name;
}
