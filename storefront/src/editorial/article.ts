import MarkdownIt, { type Token } from 'markdown-it';

/** A heading of an article, as its table of contents names it. */
export interface Heading {
  id: string;
  title: string;
}

export interface Article {
  html: string;
  /** Its headings of the second level, in order. */
  contents: Heading[];
}

const ownAddress = /^(\/(?!\/)|#)/;

/**
 * What a manager wrote as an article: the page has the only `h1`, headings can be linked to, wide tables move by
 * themselves, and nothing of another origin is fetched.
 */
export function articleOf(text: string): Article {
  const paper = writing();
  const tokens = paper.parse(text, {});
  const contents = named(tokens);
  for (const token of tokens) leaveQuietly(token);
  return { html: paper.renderer.render(tokens, paper.options, {}), contents };
}

/** Questions under their topics; an answer is HTML. What stands before the first question introduces its topic. */
export interface Topic extends Heading {
  intro: string;
  questions: { question: string; answer: string }[];
}

export function topicsOf(text: string): Topic[] {
  const taken = new Set<string>();
  const [before = '', ...parts] = parted(text, 2);
  const lead = before.trim() ? [topicOf({ title: '', text: before }, taken)] : [];
  return [...lead, ...pairs(parts).map((part) => topicOf(part, taken))];
}

function topicOf({ title, text }: Part, taken: Set<string>): Topic {
  const [intro = '', ...parts] = parted(text, 3);
  const questions = pairs(parts).map((part) => ({ question: part.title, answer: articleOf(part.text).html }));
  return { id: idOf(title, taken), title, intro: articleOf(intro).html, questions };
}

interface Part {
  title: string;
  text: string;
}

const parted = (text: string, level: number) => text.split(new RegExp(`^#{${level}}[ \\t]+(.+)$`, 'm'));

const pairs = (parts: string[]): Part[] =>
  parts.flatMap((title, index) =>
    index % 2 === 0 ? [{ title: title.trim(), text: parts[index + 1] ?? '' }] : [],
  );

function writing() {
  const paper = new MarkdownIt({ html: false, linkify: false, typographer: false });
  paper.renderer.rules.image = (tokens, index) => paper.utils.escapeHtml(tokens[index]?.content ?? '');
  paper.renderer.rules.table_open = () => '<div class="table" tabindex="0"><table>\n';
  paper.renderer.rules.table_close = () => '</table></div>\n';
  return paper;
}

/** Gives every heading its address and lowers a first level: the page has one already. */
function named(tokens: readonly Token[]): Heading[] {
  const taken = new Set<string>();
  return tokens.flatMap((token, index) => {
    if (!token.type.startsWith('heading_')) return [];
    token.tag = `h${Math.max(2, Number(token.tag.slice(1)))}`;
    if (token.type === 'heading_close') return [];
    const title = textOf(tokens[index + 1]);
    const id = idOf(title, taken);
    token.attrSet('id', id);
    return token.tag === 'h2' ? [{ id, title }] : [];
  });
}

const textOf = (inline: Token | undefined): string =>
  (inline?.children ?? []).map(({ content }) => content).join('');

function idOf(title: string, taken: Set<string>): string {
  const plain = title.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, '-');
  const base = plain.replaceAll(/^-|-$/g, '') || 'part';
  const id = taken.has(base) ? `${base}-${taken.size}` : base;
  taken.add(id);
  return id;
}

function leaveQuietly({ children }: Token): void {
  for (const link of children ?? [])
    if (link.type === 'link_open' && !ownAddress.test(String(link.attrGet('href'))))
      link.attrSet('rel', 'noopener noreferrer nofollow');
}
