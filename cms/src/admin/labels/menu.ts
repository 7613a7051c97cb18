import { menuMessageId } from '../words/messages.ts';
import { typeWords } from '../words/type-words.ts';

export type MenuLink = { uid: string; title: string };

/** The menu's links named by our message ids, which carry the order; types without words keep Strapi's name. */
export const nameLinks = <Link extends MenuLink>(links: Link[]): Link[] =>
  links.map((link) => {
    const words = typeWords[link.uid];
    return words ? { ...link, title: menuMessageId(words) } : link;
  });
