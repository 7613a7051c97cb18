import { freighter, hydrofoil, motorYacht, twoDecker } from '../afloat/ships.ts';
import { scene } from '../scene.ts';
import { reeds } from '../shore/foreground.ts';
import { gulls, islandFortress, lighthouse, lowShore, peterhof, roundFort, buoy } from '../shore/gulf.ts';
import { cableBridge, gulfTower, parkTrees, spruces } from '../shore/petersburg.ts';
import { at, type Markup } from '../svg.ts';

export function peterhofByFastShip(): Markup {
  return scene({
    name: 'peterhof',
    hour: 'dawn',
    horizon: 590,
    lightX: 0.2,
    draw: ({ hour, random }) => {
      const { far, mid } = hour;
      const green = { ...mid, body: '#7F8680', side: '#6F7873' };
      return {
        shore: [
          at({ x: 0, y: 590 }, lowShore({ width: 1500, height: 40, ink: far, random })),
          at(
            { x: 960, y: 590, scale: 1.25 },
            peterhof({ ...mid, body: '#D9B893', side: '#8E938A', detail: '#B08F77' }, '#FFFFFF'),
          ),
          at({ x: 500, y: 592 }, parkTrees({ width: 260, height: 92, ink: green, random })),
          at({ x: 1170, y: 592 }, parkTrees({ width: 340, height: 96, ink: green, random })),
          at({ x: 330, y: 592 }, parkTrees({ width: 200, height: 58, ink: green, random })),
        ],
        glitter: [{ x: 0.2, strength: 1.3, spread: 1.2 }],
        afloat: [
          { y: 815, span: [432, 914], shape: at({ x: 700, y: 815, scale: 1.34 }, hydrofoil(hour.paint)) },
        ],
        front: [
          gulls({
            colour: '#FFF8EC',
            spots: [
              [260, 330, 1.2],
              [380, 260, 0.8],
              [1220, 250, 0.9],
            ],
          }),
        ],
      };
    },
  });
}

export function oreshekAndLadoga(): Markup {
  return scene({
    name: 'oreshek',
    hour: 'dawn',
    horizon: 600,
    lightX: 0.82,
    draw: ({ hour, random }) => {
      const { far, mid } = hour;
      const pines = { ...mid, body: '#6F7F84', side: '#5F7077' };
      return {
        shore: [
          at({ x: 0, y: 600 }, lowShore({ width: 520, height: 34, ink: far, random })),
          at({ x: -10, y: 602 }, spruces({ width: 400, height: 92, ink: pines, random })),
          at(
            { x: 800, y: 602, scale: 1.16 },
            islandFortress({ ...mid, body: '#A79A93', side: '#857C82', detail: '#6D6672' }),
          ),
        ],
        glitter: [{ x: 0.82, strength: 1.4, spread: 1.2 }],
        afloat: [
          { y: 812, span: [140, 794], shape: at({ x: 470, y: 812, scale: 1.08 }, twoDecker(hour.paint)) },
        ],
        front: [
          at({ x: 1190, y: 1000 }, reeds({ width: 340, ink: hour.near, random })),
          at({ x: -20, y: 1010, scale: 0.8 }, reeds({ width: 200, ink: hour.near, random })),
          gulls({
            colour: '#FFF8EC',
            spots: [
              [1180, 300, 1],
              [1090, 240, 0.7],
            ],
          }),
        ],
      };
    },
  });
}

export function fortsOfKronstadt(): Markup {
  return scene({
    name: 'forts',
    hour: 'noon',
    horizon: 600,
    draw: ({ hour, random }) => {
      const { far, mid, paint } = hour;
      return {
        shore: [
          at({ x: 0, y: 600 }, lowShore({ width: 1500, height: 20, ink: far, random })),
          at({ x: 150, y: 600, scale: 0.55 }, freighter(far.side, far.body)),
          at(
            { x: 960, y: 602, scale: 1.35 },
            roundFort({ ...mid, body: '#C2A48A', side: '#A0846E', detail: '#6D5A50' }),
          ),
          at(
            { x: 330, y: 602, scale: 1.4 },
            lighthouse({ ...mid, body: '#F4EEE2', side: '#CFC7B8', detail: '#6E7C86' }, paint.accent),
          ),
        ],
        glitter: [{ x: 0.4, strength: 1, spread: 3 }],
        afloat: [
          {
            y: 742,
            span: [791, 452],
            shape: at({ x: 620, y: 742, scale: 0.56, flip: true }, twoDecker(paint)),
          },
          { y: 850, shape: at({ x: 1240, y: 850, scale: 1.5 }, buoy('#2E7D5B', '#FDF7E8')) },
        ],
        front: [
          gulls({
            colour: '#FFFFFF',
            spots: [
              [560, 300, 1.6],
              [700, 230, 1.1],
              [820, 330, 1.3],
              [450, 210, 0.8],
              [1240, 260, 1],
            ],
          }),
        ],
      };
    },
  });
}

export function ingriaCharter(): Markup {
  return scene({
    name: 'ingria',
    hour: 'dusk',
    horizon: 600,
    draw: ({ hour, random }) => {
      const { far, mid } = hour;
      return {
        shore: [
          at({ x: 1215, y: 600, scale: 1.05 }, gulfTower(far)),
          at({ x: 560, y: 600, scale: 1.25 }, cableBridge(far)),
          at({ x: -20, y: 602 }, parkTrees({ width: 330, height: 110, ink: mid, random })),
          at({ x: 250, y: 602 }, parkTrees({ width: 180, height: 60, ink: mid, random })),
          at({ x: 1330, y: 602 }, parkTrees({ width: 200, height: 84, ink: mid, random })),
        ],
        glitter: [{ x: 0.55, strength: 1.4, spread: 2.2 }],
        front: [at({ x: -20, y: 1010, scale: 0.9 }, reeds({ width: 260, ink: hour.near, random }))],
        afloat: [
          {
            y: 826,
            span: [1155, 458],
            shape: at({ x: 800, y: 826, scale: 1.9, flip: true }, motorYacht(hour.paint)),
          },
        ],
      };
    },
  });
}

export function gulfByYacht(): Markup {
  return scene({
    name: 'gulf',
    hour: 'noon',
    horizon: 590,
    lightX: 0.7,
    draw: ({ hour, random }) => {
      const { far, mid } = hour;
      return {
        shore: [
          at({ x: 0, y: 590 }, lowShore({ width: 1500, height: 26, ink: far, random })),
          at({ x: 300, y: 590, scale: 1.15 }, gulfTower(far)),
          at({ x: 930, y: 590, scale: 0.9 }, cableBridge(far)),
          at({ x: -20, y: 592 }, parkTrees({ width: 260, height: 96, ink: mid, random })),
          at({ x: 420, y: 592 }, parkTrees({ width: 300, height: 66, ink: mid, random })),
        ],
        glitter: [{ x: 0.7, strength: 1.2, spread: 2.6 }],
        afloat: [
          { y: 806, span: [300, 880], shape: at({ x: 600, y: 806, scale: 1.6 }, motorYacht(hour.paint)) },
        ],
        front: [
          gulls({
            colour: '#FFFFFF',
            spots: [
              [980, 300, 1.4],
              [1090, 240, 0.9],
              [860, 220, 1],
            ],
          }),
        ],
      };
    },
  });
}
