import { at, circle, line, type Markup, path, polygon, rect, repeat, steps } from '../svg.ts';
import { spiral } from './goods.ts';

const navy = '#0B1F33';
const paper = '#FBFAF7';
const signal = '#C8401B';

const square = (...parts: Markup[]) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="512" height="512" viewBox="-256 -256 512 512">${parts.join('')}</svg>`;

/** The engine telegraph that stands on slow ahead. */
function telegraph(): Markup {
  const ticks = steps(11, -150, 30).map((turn) =>
    rect([-3, -206, 6, 30], paper, `transform="rotate(${turn})"`),
  );
  return square(
    circle([0, 0, 250], navy),
    circle([0, 0, 222], 'none', `stroke="${paper}" stroke-width="6"`),
    ticks.join(''),
    path('M0 0L72 -188A202 202 0 0 1 150 -134Z', signal, 'opacity="0.95"'),
    polygon(
      [
        [-14, 10],
        [118, -178],
        [14, 14],
      ],
      paper,
    ),
    circle([0, 0, 34], paper),
    circle([0, 0, 18], navy),
    path(
      'M-110 118q28 -26 55 0t55 0t55 0t55 0',
      'none',
      `stroke="${paper}" stroke-width="13" stroke-linecap="round"`,
    ),
  );
}

function nebula(): Markup {
  return square(circle([0, 0, 250], '#2A2F66'), at({ x: 0, y: 0, scale: 2.5 }, spiral('#FFD98F')));
}

/** A gangway from the quay up to the ship. */
function gangway(): Markup {
  return square(
    rect([-256, -256, 512, 512], navy, 'rx="96"'),
    path('M90 -150H256V256H60Z', paper),
    rect([60, 120, 196, 26], signal),
    polygon(
      [
        [-196, 168],
        [74, -70],
        [104, -48],
        [-150, 176],
      ],
      signal,
    ),
    repeat(5, (index) =>
      line(
        [
          [-150 + index * 52, 130 - index * 46],
          [-150 + index * 52, 46 - index * 46],
        ],
        paper,
        12,
        'stroke-linecap="round"',
      ),
    ),
    line(
      [
        [-156, 48],
        [66, -148],
      ],
      paper,
      12,
      'stroke-linecap="round"',
    ),
    rect([-256, 168, 330, 88], '#0F5E91'),
  );
}

export const marks: Record<string, () => Markup> = {
  'slow-ahead': telegraph,
  nebula,
  gangway,
};
