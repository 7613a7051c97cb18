import { PKPass } from 'passkit-generator';
import sharp from 'sharp';
import type { Paper, PaperField } from '../domain/paper.ts';
import { words } from '../domain/paper-words.ts';
import { look, markOnInk } from './look.ts';

/** What signs passes: PEM texts, and who Apple knows us as. */
export interface PassSigner {
  certificate: string;
  key: string;
  authority: string;
  typeId: string;
  teamId: string;
}

interface Field extends PaperField {
  key: string;
}

const day = 86_400_000;

/** The ticket for a wallet: a boarding pass by boat, signed (PKCS #7 over the manifest). */
export async function drawPass(paper: Paper, signer: PassSigner): Promise<Uint8Array> {
  const { certificate: signerCert, key: signerKey, authority: wwdr, typeId, teamId } = signer;
  const pass = new PKPass(
    await pictures(),
    { wwdr, signerCert, signerKey },
    {
      serialNumber: paper.ticketId,
      passTypeIdentifier: typeId,
      teamIdentifier: teamId,
      organizationName: paper.seller.brand,
      description: `${words.ticket[paper.locale]}: ${paper.title}`,
      logoText: paper.seller.brand,
      backgroundColor: rgb(look.ink),
      foregroundColor: rgb(look.surface),
      labelColor: rgb(look.wave),
      groupingIdentifier: paper.orderNumber,
      sharingProhibited: true,
    },
  );
  pass.type = 'boardingPass';
  pass.transitType = 'PKTransitTypeBoat';
  fill(pass, paper);
  pass.setRelevantDate(new Date(paper.startAt));
  pass.setExpirationDate(new Date(Date.parse(paper.endAt) + day));
  locate(pass, paper);
  pass.setBarcodes({
    message: paper.code,
    format: 'PKBarcodeFormatQR',
    messageEncoding: 'iso-8859-1',
    altText: paper.shortCode,
  });
  return pass.getAsBuffer();
}

function fill(pass: PKPass, paper: Paper): void {
  const { locale, place } = paper;
  const word = (key: keyof typeof words, value: string): Field => ({ key, label: words[key][locale], value });
  pass.headerFields.push({ key: 'date', label: words.departure[locale], value: paper.date });
  pass.primaryFields.push(
    { key: 'start', label: place?.name ?? words.departure[locale], value: paper.time },
    { key: 'end', label: paper.route ?? words.until[locale], value: paper.endTime },
  );
  pass.secondaryFields.push({ key: 'activity', label: words.ticket[locale], value: paper.title });
  pass.auxiliaryFields.push(
    ...paper.seat.map((field, index) => ({ key: `seat${index}`, ...field })),
    word('ticketType', paper.ticketType),
  );
  pass.backFields.push(...backOf(paper));
}

/** Only what there is to say. */
function backOf(paper: Paper): Field[] {
  const { locale, place, seller } = paper;
  const offer = seller.offerUrl;
  const fields: [keyof typeof words, string | null | undefined][] = [
    ['passenger', paper.holder],
    ['order', paper.orderNumber],
    ['vessel', paper.vessel],
    ['berth', place && [place.name, place.address, place.city].filter(Boolean).join(', ')],
    ['way', place?.directions],
    ['boarding', paper.meetingPoint],
    ['map', place?.mapUrl],
    ['price', `${paper.price}. ${paper.vat}`],
    ['refund', paper.refund],
    ['seller', [seller.name, ...seller.lines, seller.phone, seller.email].join('\n')],
    ['offer', offer],
  ];
  return fields.flatMap(([key, value]) => (value ? [{ key, label: words[key][locale], value }] : []));
}

function locate(pass: PKPass, { place }: Paper): void {
  if (!place || place.latitude === null || place.longitude === null) return;
  pass.setLocations({ latitude: place.latitude, longitude: place.longitude, relevantText: place.name });
}

/** The mark in the sizes that a wallet asks for. */
async function pictures(): Promise<Record<string, Buffer>> {
  const tile = (size: number) =>
    drawn(size, `<rect width="32" height="32" rx="7" fill="${look.ink}"/>${markOnInk}`);
  const bare = (size: number) => drawn(size, markOnInk);
  return {
    'icon.png': await tile(29),
    'icon@2x.png': await tile(58),
    'icon@3x.png': await tile(87),
    'logo.png': await bare(50),
    'logo@2x.png': await bare(100),
    'logo@3x.png': await bare(150),
  };
}

function drawn(size: number, inside: string): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 32 32">${inside}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

function rgb(hex: string): string {
  const [red, green, blue] = [1, 3, 5].map((from) => parseInt(hex.slice(from, from + 2), 16));
  return `rgb(${red}, ${green}, ${blue})`;
}
