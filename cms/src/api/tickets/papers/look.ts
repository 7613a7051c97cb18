/** The tokens of our light theme; papers are printed, so they know no dark one. The ground of a picture is cooler. */
export const look = {
  paper: '#EEF2F5',
  surface: '#FFFFFF',
  line: '#DCE4EA',
  ink: '#0B1F33',
  soft: '#4A5B6C',
  water: '#0F5E91',
  wave: '#7CC4F2',
  signal: '#C8401B',
  bad: '#B3261E',
} as const;

/** The mark without its tile, for dark ground, in a box of 32 × 32. */
export const markOnInk = `<path d="M14.2 8.2h6.6l1.6 4.3h-8.2z" fill="${look.wave}"/><path d="M12.4 14h15.8l-3 7.3a2.8 2.8 0 0 1-2.6 1.7h-7.4a2.8 2.8 0 0 1-2.8-2.8z" fill="#fff"/><path d="M4.2 22.6l8.4-8.4" fill="none" stroke="#FF8A5C" stroke-width="3.2" stroke-linecap="round"/><path d="M4 27.2c2 0 2-1.4 4-1.4s2 1.4 4 1.4 2-1.4 4-1.4 2 1.4 4 1.4 2-1.4 4-1.4 2 1.4 4 1.4" fill="none" stroke="${look.wave}" stroke-width="1.9" stroke-linecap="round"/>`;

/** The vessel of the mark in one colour, in the same box. */
export const hull = `<path d="M14.2 8.2h6.6l1.6 4.3h-8.2z" fill="${look.water}"/><path d="M12.4 14h15.8l-3 7.3a2.8 2.8 0 0 1-2.6 1.7h-7.4a2.8 2.8 0 0 1-2.8-2.8z" fill="${look.water}"/>`;

/** From where to where: a stop, the vessel under way, a stop. Drawn `width` wide and 24 high. */
export function routeLine(width: number): string {
  const middle = width / 2;
  const y = 15;
  return [
    `<path d="M10 ${y}H${middle - 20}M${middle + 20} ${y}H${width - 10}" stroke="${look.water}" stroke-width="1.6" stroke-dasharray="1 5" stroke-linecap="round" fill="none"/>`,
    `<circle cx="5" cy="${y}" r="4" fill="${look.water}"/>`,
    `<circle cx="${width - 5}" cy="${y}" r="3.2" fill="none" stroke="${look.water}" stroke-width="1.6"/>`,
    `<g transform="translate(${middle - 19} -3) scale(0.95)">${hull}</g>`,
  ].join('');
}

/** Water along the lower edge of a band: `width` wide, crests every 16, the line at `y`. */
export function wavePath(width: number, y: number): string {
  const crests = Array.from({ length: Math.ceil(width / 16) }, () => 'c4 0 4-2.4 8-2.4s4 2.4 8 2.4').join('');
  return `M0 ${y}${crests}`;
}
