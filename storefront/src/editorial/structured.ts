import type { Topic } from './article.ts';

/** schema.org/FAQPage: answers may hold simple HTML. */
export const questionsThing = (topics: readonly Topic[]): object => ({
  '@type': 'FAQPage',
  mainEntity: topics
    .flatMap(({ questions }) => questions)
    .map(({ question, answer }) => ({
      '@type': 'Question',
      name: question,
      acceptedAnswer: { '@type': 'Answer', text: answer.trim() },
    })),
});
