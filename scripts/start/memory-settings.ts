/** Young objects get 16 MB, twice; by default a process on a large machine takes 128 MB for them and keeps it. */
export const memoryFlag = '--max-semi-space-size=16';

/**
 * How glibc hands out memory: two stores instead of eight for each processor, and fixed bounds for what is mapped by
 * itself and for what the end of a store may keep. By default these follow the largest block that was ever freed; the
 * state of a compression, half a megabyte, stays below them and is not mapped and given back for every answer.
 */
export const memoryVariables = {
  MALLOC_ARENA_MAX: '2',
  MALLOC_MMAP_THRESHOLD_: '1048576',
  MALLOC_TRIM_THRESHOLD_: '4194304',
};
