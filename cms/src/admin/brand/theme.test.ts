import { theme } from './theme.ts';

const channel = (value: number): number =>
  value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    channel(parseInt(hex.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: string, other: string): number => {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((left, right) => right - left);
  return (high + 0.05) / (low + 0.05);
};

type Colours = typeof theme.light.colors;

const texts: [keyof Colours, keyof Colours][] = [
  ['neutral800', 'neutral0'],
  ['neutral800', 'neutral100'],
  ['neutral800', 'primary100'],
  ['neutral700', 'neutral0'],
  ['neutral600', 'neutral0'],
  ['neutral600', 'neutral100'],
  ['neutral600', 'neutral150'],
  ['primary600', 'neutral0'],
  ['primary600', 'neutral100'],
  ['primary700', 'primary100'],
  ['buttonNeutral0', 'buttonPrimary600'],
  ['buttonNeutral0', 'buttonPrimary500'],
  ['secondary600', 'secondary100'],
  ['success600', 'success100'],
  ['warning700', 'warning100'],
  ['warning700', 'neutral0'],
  ['danger600', 'danger100'],
  ['danger600', 'neutral0'],
  ['alternative600', 'alternative100'],
];

describe.each(['light', 'dark'] as const)('the %s colours', (name) => {
  const { colors } = theme[name];

  it.each(texts)('let %s be read on %s', (text, ground) => {
    expect(contrast(colors[text], colors[ground])).toBeGreaterThanOrEqual(4.5);
  });

  it('let borders of inputs and the focus be seen', () => {
    expect(contrast(colors.primary600, colors.neutral0)).toBeGreaterThanOrEqual(3);
    expect(contrast(colors.neutral500, colors.neutral0)).toBeGreaterThanOrEqual(3);
  });
});
