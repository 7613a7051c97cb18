import type { Core } from '@strapi/strapi';
import { defineProblems, type Problem, type Say } from './problem.ts';
import { usesOf, type Reference } from './references.ts';
import type { Removal } from './rules.ts';
import { toldUses, type Uses } from './uses.ts';

export const keptProblems = defineProblems({
  IN_USE: {
    ru: 'Удалить нельзя, запись нужна другим: {uses}. Если она больше не в ходу, отметьте «В архиве».',
    en: 'This cannot be deleted, others need it: {uses}. If it is out of use, tick “Archived”.',
    zh: '无法删除，其他记录正在使用：{uses}。如不再使用，请勾选“已归档”。',
  },
});

/** Uses that are no relations of Strapi, such as orders. */
export type CountUses = (removal: Removal) => Promise<Uses>;

type Keeping = { strapi: Core.Strapi; references: readonly Reference[]; counted?: CountUses; say?: Say };

/** What others need is archived, not deleted. */
export function keepUsed({ strapi, references, counted, say = keptProblems.IN_USE }: Keeping) {
  return async (removal: Removal): Promise<Problem[]> => {
    const { documentId } = removal;
    const linked = await usesOf(strapi, { documentId, references });
    const uses = toldUses({ ...linked, ...(await counted?.(removal)) });
    return uses ? [say(undefined, { uses })] : [];
  };
}
