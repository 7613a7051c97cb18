/** The colours of one shore: `body` in flat light, `side` in shadow, `detail` for windows and joints. */
export interface Ink {
  body: string;
  side: string;
  detail: string;
  /** Lit windows and lanterns; absent by day. */
  lamp?: string;
  gilt: string;
}

/** How a white ship looks at this hour. */
export interface Paint {
  white: string;
  shade: string;
  glass: string;
  hull: string;
  boot: string;
  accent: string;
  wood: string;
  lamp?: string;
}

export interface Hour {
  sky: [at: number, colour: string][];
  /** The disc in the sky, if any; `height` in shares of the sky above the horizon. */
  light?: { colour: string; halo: string; radius: number; height: number };
  stars: boolean;
  cloud: string;
  far: Ink;
  mid: Ink;
  near: Ink;
  water: [top: string, middle: string, bottom: string];
  ripple: { bright: string; dark: string };
  paint: Paint;
}

const signal = '#C8401B';

export const hours = {
  dawn: {
    sky: [
      [0, '#6D93B8'],
      [0.45, '#B7BFCB'],
      [0.75, '#F0C9AE'],
      [1, '#FBE3BF'],
    ],
    light: { colour: '#FFF3D6', halo: '#FFE0A8', radius: 46, height: 0.2 },
    stars: false,
    cloud: '#FFF1DF',
    far: { body: '#C3AEB0', side: '#B5A1A8', detail: '#D3BDB8', gilt: '#E8C58E' },
    mid: { body: '#8E8797', side: '#787488', detail: '#A99EA8', gilt: '#E2B670' },
    near: { body: '#3F4A60', side: '#333D52', detail: '#56607A', gilt: '#D9A550' },
    water: ['#EBC9B0', '#8FA3B7', '#3E5F7F'],
    ripple: { bright: '#FFEFD6', dark: '#3B5A78' },
    paint: {
      white: '#FBF3E6',
      shade: '#D8CCC8',
      glass: '#51677F',
      hull: '#F7EEE0',
      boot: '#22384F',
      accent: signal,
      wood: '#9A6B45',
    },
  },
  noon: {
    sky: [
      [0, '#5FA3D0'],
      [0.5, '#9CC8E2'],
      [1, '#E3F0F3'],
    ],
    stars: false,
    cloud: '#FFFFFF',
    far: { body: '#B4CBD8', side: '#A5BECE', detail: '#C6D8E1', gilt: '#D9C48D' },
    mid: { body: '#C9BFA6', side: '#B1A78F', detail: '#8C8670', gilt: '#E1AE3F' },
    near: { body: '#4C5F6E', side: '#3C4E5D', detail: '#64798A', gilt: '#E1AE3F' },
    water: ['#A7CBDB', '#4F8DB0', '#1D5378'],
    ripple: { bright: '#E8F5F8', dark: '#174A6C' },
    paint: {
      white: '#FFFFFF',
      shade: '#D5E0E6',
      glass: '#2F5470',
      hull: '#FDFCF8',
      boot: '#14324C',
      accent: signal,
      wood: '#A8774B',
    },
  },
  dusk: {
    sky: [
      [0, '#1E2F52'],
      [0.4, '#4E4A77'],
      [0.7, '#B5637A'],
      [0.9, '#EE9A68'],
      [1, '#FBC983'],
    ],
    stars: false,
    cloud: '#F4A37B',
    far: { body: '#7B5B7C', side: '#6C4F73', detail: '#8F6B83', lamp: '#FFD98F', gilt: '#F2B277' },
    mid: { body: '#463F62', side: '#383353', detail: '#5B5275', lamp: '#FFD27F', gilt: '#E9A35F' },
    near: { body: '#1E2440', side: '#161B33', detail: '#303757', lamp: '#FFD27F', gilt: '#D88F4C' },
    water: ['#E59A74', '#6A4D74', '#161F3E'],
    ripple: { bright: '#FFC992', dark: '#141B38' },
    paint: {
      white: '#D9CBD6',
      shade: '#A496B0',
      glass: '#FFCE7A',
      hull: '#CFC1CF',
      boot: '#131A33',
      accent: '#E0592F',
      wood: '#6E4A45',
      lamp: '#FFD27F',
    },
  },
  whiteNight: {
    sky: [
      [0, '#7F9FBE'],
      [0.4, '#B3BFD0'],
      [0.72, '#E3CCCD'],
      [1, '#FBE0C4'],
    ],
    stars: false,
    cloud: '#F7E3DC',
    far: { body: '#A5A9BE', side: '#989CB4', detail: '#B6B9CA', gilt: '#E5CFA6' },
    mid: { body: '#69728F', side: '#5B6482', detail: '#7D86A1', lamp: '#FFE7B3', gilt: '#DDBD85' },
    near: { body: '#2F3B58', side: '#27324D', detail: '#43506E', lamp: '#FFE7B3', gilt: '#C9A66A' },
    water: ['#E4CFCB', '#97A6BE', '#435A7C'],
    ripple: { bright: '#FBEBE0', dark: '#3A5174' },
    paint: {
      white: '#EEF0F4',
      shade: '#C3C9D6',
      glass: '#566685',
      hull: '#E8EAF0',
      boot: '#24304B',
      accent: '#B94B30',
      wood: '#836A62',
      lamp: '#FFE7B3',
    },
  },
  night: {
    sky: [
      [0, '#050F22'],
      [0.55, '#0E2545'],
      [0.85, '#233F66'],
      [1, '#3B5278'],
    ],
    stars: true,
    cloud: '#2A4468',
    far: { body: '#1B3152', side: '#182B49', detail: '#233C60', lamp: '#F3C27A', gilt: '#C9A25E' },
    mid: { body: '#0F1F3A', side: '#0B1930', detail: '#1C3150', lamp: '#FFCF85', gilt: '#D7A95B' },
    near: { body: '#070F1F', side: '#050B18', detail: '#14223B', lamp: '#FFD796', gilt: '#D7A95B' },
    water: ['#2B4469', '#112747', '#040C1C'],
    ripple: { bright: '#6E8DB5', dark: '#030915' },
    paint: {
      white: '#B9C4D6',
      shade: '#7F8DA6',
      glass: '#FFCF85',
      hull: '#A9B5CA',
      boot: '#040A16',
      accent: '#D8552F',
      wood: '#4A3B3A',
      lamp: '#FFD796',
    },
  },
  southSunset: {
    sky: [
      [0, '#2B5582'],
      [0.4, '#7E8FA6'],
      [0.68, '#EBA974'],
      [0.88, '#FFC768'],
      [1, '#FFE09A'],
    ],
    light: { colour: '#FFF2C4', halo: '#FFD36E', radius: 78, height: 0.06 },
    stars: false,
    cloud: '#FFCF9C',
    far: { body: '#A98088', side: '#97727F', detail: '#B98F92', lamp: '#FFE3A6', gilt: '#F4C078' },
    mid: { body: '#5D4A60', side: '#4D3D55', detail: '#71596B', lamp: '#FFE3A6', gilt: '#E2A55E' },
    near: { body: '#2A2740', side: '#211F36', detail: '#3B3652', lamp: '#FFE3A6', gilt: '#D2904C' },
    water: ['#FFC97C', '#B98573', '#2C4565'],
    ripple: { bright: '#FFE6AE', dark: '#2B4160' },
    paint: {
      white: '#FCE9CF',
      shade: '#D9B9A4',
      glass: '#5B4A5E',
      hull: '#F8E2C6',
      boot: '#2A2740',
      accent: '#D4552B',
      wood: '#8A5B45',
      lamp: '#FFE3A6',
    },
  },
  southNoon: {
    sky: [
      [0, '#2E8FCB'],
      [0.55, '#7CC3E4'],
      [1, '#DDF2F3'],
    ],
    stars: false,
    cloud: '#FFFFFF',
    far: { body: '#B9C6C4', side: '#A7B8B9', detail: '#CBD3CC', gilt: '#E0CF9B' },
    mid: { body: '#E5DBC1', side: '#C9BC9C', detail: '#A9A07D', gilt: '#D8B25C' },
    near: { body: '#4D6653', side: '#3E5545', detail: '#647D65', gilt: '#D8B25C' },
    water: ['#8FD3DE', '#2596B8', '#0B5579'],
    ripple: { bright: '#E6FAFA', dark: '#0A4F72' },
    paint: {
      white: '#FFFFFF',
      shade: '#D3E2E6',
      glass: '#27546E',
      hull: '#FFFFFF',
      boot: '#0F3A57',
      accent: signal,
      wood: '#A8774B',
    },
  },
  southNight: {
    sky: [
      [0, '#070B24'],
      [0.5, '#16214A'],
      [0.85, '#3A3F74'],
      [1, '#5C5585'],
    ],
    light: { colour: '#FFF6DF', halo: '#C9C2E8', radius: 34, height: 0.66 },
    stars: true,
    cloud: '#4B4A85',
    far: { body: '#2B2F5C', side: '#262A53', detail: '#363A68', lamp: '#FFD48C', gilt: '#E0B06A' },
    mid: { body: '#1B1E42', side: '#151838', detail: '#2A2D57', lamp: '#FFCB7A', gilt: '#E0B06A' },
    near: { body: '#0C0E25', side: '#090A1D', detail: '#1B1D3D', lamp: '#FFCB7A', gilt: '#E0B06A' },
    water: ['#4A4A7C', '#232A58', '#080C24'],
    ripple: { bright: '#A9A4D6', dark: '#060818' },
    paint: {
      white: '#C7C6DE',
      shade: '#8E8DB2',
      glass: '#FFCB7A',
      hull: '#B9B8D3',
      boot: '#070919',
      accent: '#DA5A33',
      wood: '#574255',
      lamp: '#FFCB7A',
    },
  },
} satisfies Record<string, Hour>;

export type HourName = keyof typeof hours;
