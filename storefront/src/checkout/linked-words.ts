export interface Piece {
  text: string;
  isLink: boolean;
}

/** A sentence in pieces; what stands in [brackets] is a link. */
export const linkedWords = (sentence: string): Piece[] =>
  sentence
    .split(/(\[[^\]]*\])/)
    .filter((text) => text !== '')
    .map((text) => ({ text: text.replace(/^\[(.*)\]$/, '$1'), isLink: text.startsWith('[') }));
