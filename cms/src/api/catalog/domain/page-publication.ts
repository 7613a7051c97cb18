import type { Locale } from '@gangway/kit';
import type { Problem } from '../../../frame/editing/problem.ts';
import { pageAddress, publicationProblems, type Drafts, type TextField } from './publication.ts';

const fields: readonly TextField[] = [
  { name: 'title', title: { ru: 'название', en: 'title', zh: '标题' } },
  { name: 'body', title: { ru: 'текст', en: 'text', zh: '正文' } },
];

export type DraftedPage = { drafts: Drafts; slug: boolean; languages: readonly Locale[] };

export function pagePublicationProblems({ drafts, slug, languages }: DraftedPage): Problem[] {
  return publicationProblems({ missing: slug ? [] : [pageAddress], drafts, fields, languages });
}
