import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';
import satori, { type Font } from 'satori';
import sharp from 'sharp';
import { cardLayout, type PreviewCard } from './card.ts';

const require = createRequire(import.meta.url);
const size = { width: 1200, height: 630 };
const water = { r: 15, g: 94, b: 145 };

const fontOf = (name: string, file: string, weight: 400 | 700): Font => ({
  ...{ name, weight, style: 'normal' as const },
  data: readFileSync(require.resolve(`@expo-google-fonts/${file}`)),
});

const latin = [
  fontOf('Noto Sans', 'noto-sans/400Regular/NotoSans_400Regular.ttf', 400),
  fontOf('Noto Sans', 'noto-sans/700Bold/NotoSans_700Bold.ttf', 700),
];
// Ten megabytes each: only when somebody asks for Chinese.
const chinese: Font[] = [];

function fontsFor({ isChinese }: PreviewCard): Font[] {
  if (isChinese && chinese.length === 0)
    chinese.push(
      fontOf('Noto Sans SC', 'noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf', 400),
      fontOf('Noto Sans SC', 'noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf', 700),
    );
  return isChinese ? [...latin, ...chinese] : latin;
}

export interface Order {
  id: number;
  card: PreviewCard;
  picture?: Uint8Array;
}

async function draw({ card, picture }: Order): Promise<Uint8Array> {
  const words = await satori(cardLayout(card) as never, { ...size, fonts: fontsFor(card) });
  const sky = picture
    ? sharp(picture)
        .resize({ ...size, fit: 'cover' })
        .flatten({ background: water })
    : sharp({ create: { ...size, channels: 3, background: water } });
  const overlay = [{ input: Buffer.from(words) }];
  return sky.composite(overlay).png({ palette: true, quality: 85, effort: 4 }).toBuffer();
}

parentPort?.on('message', (order: Order) => {
  draw(order).then(
    (png) => parentPort?.postMessage({ id: order.id, png }),
    (error: unknown) => parentPort?.postMessage({ id: order.id, error: String(error) }),
  );
});
