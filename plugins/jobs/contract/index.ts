export type * from './dead-letter.ts';
export type * from './drain.ts';
export type * from './driver.ts';
export * from './job.ts';
export * from './jobs-of.ts';
export type * from './jobs.ts';
