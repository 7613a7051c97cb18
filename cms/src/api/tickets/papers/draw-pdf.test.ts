import type { Paper } from '../domain/paper.ts';
import { readPdf } from '../tests/read-pdf.ts';
import { drawPdf } from './draw-pdf.ts';
import { fontkit } from './fontkit.ts';
import { fontFiles } from './fonts.ts';
import { sharedFont } from './shared-fonts.ts';

const paper: Paper = {
  ...{ locale: 'en', ticketId: 'ticket', orderNumber: 'K7M-4Q2', voided: false },
  ...{ code: '2E0483'.padEnd(152, 'ABCDEF0123456789'), shortCode: '048213-6Y5Q' },
  ...{ title: 'Night bridges', route: null, date: 'Fri, 20 November 2026', time: '18:30', endTime: '20:00' },
  ...{ clock: 'Moscow, UTC+3', startAt: '2026-11-20T15:30:00.000Z', endAt: '2026-11-20T17:00:00.000Z' },
  ...{ timezone: 'Europe/Moscow', vessel: null, place: null, meetingPoint: null, ticketType: 'Adult' },
  ...{ seat: [], holder: null, price: '1,800', vat: 'No VAT', refund: 'Refundable' },
  seller: { brand: 'Volna', name: 'Volna LLC', lines: [], phone: '', email: '', offerUrl: null },
};

/** All of a PDF but the moment at which it was made. */
async function drawn(changed: Partial<Paper> = {}): Promise<string> {
  const bytes = await drawPdf([{ ...paper, ...changed }]);
  return Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(/\(D:[^)]*\)|\/ID \[[^\]]*\]/g, '');
}

describe('a drawn PDF', () => {
  it('is the same whatever was drawn before it', async () => {
    const first = await drawn({ title: 'a b' });
    await drawn({ title: 'Ночные мосты', holder: 'b a', price: '1,801' });
    expect(await drawn({ title: 'a b' })).toBe(first);
  });

  it('is read as it was written, whoever wrote the same signs before', async () => {
    await drawPdf([{ ...paper, title: 'o\ufb00er' }]);
    const { pages } = readPdf(await drawPdf([{ ...paper, title: 'offers' }]));
    expect(pages[0]?.text).toContain('offers');
  });

  it('takes fonts that were parsed once', () => {
    const { normal, bold } = fontFiles.NotoSans;
    expect(fontkit.create(sharedFont(normal))).toBe(fontkit.create(sharedFont(normal)));
    expect(fontkit.create(sharedFont(normal))).not.toBe(fontkit.create(sharedFont(bold)));
  });

  it('may do with the places of signs what it likes', () => {
    const font = fontkit.create(sharedFont(fontFiles.NotoSans.normal));
    const { positions } = font.layout('bridge');
    const widths = positions.map(({ xAdvance }) => xAdvance);
    for (const position of positions) position.xAdvance *= 2;
    expect(font.layout('bridge').positions.map(({ xAdvance }) => xAdvance)).toEqual(widths);
  });
});
