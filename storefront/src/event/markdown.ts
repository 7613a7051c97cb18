import MarkdownIt from 'markdown-it';

const paper = new MarkdownIt({ html: false, linkify: false, typographer: false });
const ownAddress = /^(\/(?!\/)|#)/;

// A page of ours has one h1 and its own h2: what managers write begins below.
paper.core.ruler.push('lower-headings', ({ tokens }) => {
  for (const token of tokens) {
    if (!token.type.startsWith('heading_')) continue;
    token.tag = `h${Math.min(6, Math.max(3, Number(token.tag.slice(1)) + 1))}`;
  }
});
// Nothing of another origin is fetched: a picture from elsewhere becomes its words.
paper.renderer.rules.image = (tokens, index) => paper.utils.escapeHtml(tokens[index]?.content ?? '');
paper.core.ruler.push('foreign-links', ({ tokens }) => {
  for (const link of tokens.flatMap(({ children }) => children ?? []))
    if (link.type === 'link_open' && !ownAddress.test(String(link.attrGet('href'))))
      link.attrSet('rel', 'noopener noreferrer nofollow');
});

/** What managers wrote, as HTML without anything they could not have meant. */
export const markdown = (text: string): string => paper.render(text);

/** A list that was written line by line, with or without dashes. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/^\s*[-*•]\s+/, '').trim())
    .filter(Boolean);

/** Questions and answers: each heading asks, what follows answers; what stands before the first asks nothing. */
export function questionsOf(text: string): { question: string; answer: string }[] {
  const parts = text.split(/^#{1,6}\s+(.+)$/m).slice(1);
  return parts.flatMap((question, index) =>
    index % 2 === 0 ? { question: question.trim(), answer: markdown(parts[index + 1] ?? '') } : [],
  );
}
