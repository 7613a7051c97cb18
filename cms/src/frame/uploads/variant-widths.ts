export type VariantFormat = 'avif' | 'webp';

export interface Variant {
  format: VariantFormat;
  width: number;
}

const widths = [400, 800, 1200, 1600];

/** Wider than this no page shows a picture. */
export const widestVariant = 1600;

/** Narrower pictures are marks and icons: there is nothing to save. */
const narrowest = 240;

interface Original {
  width: number;
  mime: string;
}

/** The widths below the picture's own, and its own where that is no more than the widest, but for the format it has. */
export function fittingVariants({ width, mime }: Original): Variant[] {
  if (width < narrowest) return [];
  const fitting = [...widths.filter((each) => each < width), ...(width <= widestVariant ? [width] : [])];
  return fitting.flatMap((each) =>
    (['avif', 'webp'] as const)
      .map((format) => ({ format, width: each }))
      .filter(({ format }) => each < width || mime !== `image/${format}`),
  );
}
