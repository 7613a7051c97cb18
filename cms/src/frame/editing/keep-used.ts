import type { Core } from '@strapi/strapi';
import { defineProblems, type Problem, type Say } from './problem.ts';
import { usesOf, type Reference } from './references.ts';
import type { Removal } from './rules.ts';
import { toldUses } from './uses.ts';

export const keptProblems = defineProblems({
  IN_USE: {
    ru: 'Удалить нельзя, запись нужна другим: {uses}. Если она больше не в ходу, отметьте «В архиве».',
    en: 'This cannot be deleted, others need it: {uses}. If it is out of use, tick “Archived”.',
    zh: '无法删除，其他记录正在使用：{uses}。如不再使用，请勾选“已归档”。',
  },
});

type Keeping = { strapi: Core.Strapi; references: readonly Reference[]; say?: Say };

/** What others need is archived, not deleted. */
export function keepUsed({ strapi, references, say = keptProblems.IN_USE }: Keeping) {
  return async ({ documentId }: Pick<Removal, 'documentId'>): Promise<Problem[]> => {
    const uses = toldUses(await usesOf(strapi, { documentId, references }));
    return uses ? [say(undefined, { uses })] : [];
  };
}
