import { scrub } from './scrub.ts';

const longest = 200;

/** The path of a request that no route answered, fit for a log. */
export const loggedPath = (path: string): string => scrub(beginningOf(path));

/** Whole segments of it, as many as fit: half an address would not be known for one any more. */
export function beginningOf(path: string): string {
  return path.length <= longest ? path : path.slice(0, path.lastIndexOf('/', longest - 1) + 1);
}
