/** What a link preview shows. */
export interface PreviewCard {
  /** Of the website. */
  name: string;
  title: string;
  /** Day and time. */
  when: string;
  place?: string;
  price?: string;
  /** Whether the words need Chinese letters. */
  isChinese: boolean;
}

interface Node {
  type: string;
  props: { style: Record<string, string | number>; children?: (Node | string)[] | string };
}

const box = (style: Record<string, string | number>, children: (Node | string)[] | string): Node => ({
  type: 'div',
  props: { style: { display: 'flex', ...style }, children },
});

/** Words over a picture, bottom left, dark enough behind them to be read on any sky. */
export function cardLayout({ name, title, when, place, price }: PreviewCard): Node {
  const small = { fontSize: 30, color: '#d6e4f0' };
  return box(
    {
      ...{
        width: '100%',
        height: '100%',
        boxSizing: 'border-box',
        padding: '56px 64px',
        flexDirection: 'column',
        color: '#ffffff',
      },
      justifyContent: 'space-between',
      backgroundImage:
        'linear-gradient(180deg, rgba(6,16,26,0.55) 0%, rgba(6,16,26,0.05) 30%, rgba(6,16,26,0.35) 50%, rgba(6,16,26,0.78) 68%, rgba(6,16,26,0.94) 100%)',
    },
    [
      box({ fontSize: 34, fontWeight: 700 }, name),
      box({ flexDirection: 'column' }, [
        box({ ...small, color: '#ffffff', fontSize: 34 }, when),
        box(
          { fontSize: title.length > 44 ? 50 : 64, fontWeight: 700, lineHeight: 1.15, margin: '8px 0 20px' },
          shortened(title),
        ),
        box({ justifyContent: 'space-between', alignItems: 'flex-end' }, [
          box({ ...small, maxWidth: 700 }, place ?? ''),
          ...(price ? [priceTag(price)] : []),
        ]),
      ]),
    ],
  );
}

const priceTag = (price: string): Node =>
  box(
    {
      ...{ padding: '10px 24px', borderRadius: 10, backgroundColor: '#c8401b' },
      ...{ fontSize: 34, fontWeight: 700 },
    },
    price,
  );

const longest = 90;
const shortened = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text;
