/** `news`: there is a job more, or a hand free. `round`: it is time to look for what nobody told of. */
export type Occasion = 'news' | 'round';
