import { createHash } from 'node:crypto';
import forge from 'node-forge';
import { readEnv } from '@gangway/config/env';
import { refuseHalfSigner } from '../pass-signer.ts';
import { holderName, sell } from './sold-order.ts';

type Files = Map<string, Buffer>;

/** The stored entries of a zip archive, by its local headers. */
function unzip(archive: Buffer): Files {
  const files: Files = new Map();
  for (let at = 0; archive.readUInt32LE(at) === 0x04034b50;) {
    const [size, nameLength, extra] = [
      archive.readUInt32LE(at + 18),
      archive.readUInt16LE(at + 26),
      archive.readUInt16LE(at + 28),
    ];
    const start = at + 30 + nameLength + extra;
    files.set(archive.toString('utf8', at + 30, at + 30 + nameLength), archive.subarray(start, start + size));
    at = start + size;
  }
  return files;
}

async function passOf(locale = 'ru'): Promise<{ files: Files; code: string; orderNumber: string }> {
  const { order, admissions, get } = await sell();
  const answer = await get(`tickets/${admissions[0]?.id}.pkpass?locale=${locale}`);
  const files = unzip(Buffer.from(await answer.arrayBuffer()));
  return { files, code: String(admissions[0]?.code), orderNumber: order.number };
}

const json = (files: Files, name: string) => JSON.parse(String(files.get(name))) as Record<string, unknown>;

interface SignedData {
  rawCapture: { signature: string; authenticatedAttributes: forge.asn1.Asn1[] };
  certificates: forge.pki.Certificate[];
}

describe('a wallet pass', () => {
  it('lists the digest of every file of it', async () => {
    const { files } = await passOf();
    const manifest = json(files, 'manifest.json');
    const others = [...files].filter(([name]) => name !== 'manifest.json' && name !== 'signature');
    const digests = others.map(([name, bytes]) => [name, createHash('sha1').update(bytes).digest('hex')]);
    expect(manifest).toEqual(Object.fromEntries(digests));
    expect(Object.keys(manifest)).toEqual(
      expect.arrayContaining(['pass.json', 'icon.png', 'icon@2x.png', 'logo.png']),
    );
  });

  it('is signed over that list by a certificate that its authority issued', async () => {
    const { files } = await passOf();
    const der = forge.util.createBuffer(files.get('signature')?.toString('latin1') ?? '');
    const signed = forge.pkcs7.messageFromAsn1(forge.asn1.fromDer(der)) as unknown as SignedData;
    const { signature, authenticatedAttributes } = signed.rawCapture;
    const set = forge.asn1.create(
      forge.asn1.Class.UNIVERSAL,
      forge.asn1.Type.SET,
      true,
      authenticatedAttributes,
    );
    const digest = createHash('sha1')
      .update(files.get('manifest.json') ?? '')
      .digest('binary');
    expect(forge.asn1.toDer(set).getBytes()).toContain(digest);
    const signers = signed.certificates.filter(({ subject }) =>
      subject.getField('CN')?.value.startsWith('Pass Type ID'),
    );
    const authority = signed.certificates.find((one) => !signers.includes(one));
    const attributes = forge.md.sha1.create().update(forge.asn1.toDer(set).getBytes());
    const key = signers[0]?.publicKey as forge.pki.rsa.PublicKey;
    expect(key.verify(attributes.digest().getBytes(), signature)).toBe(true);
    expect(authority?.verify(signers[0] as forge.pki.Certificate)).toBe(true);
  });

  it('is a boarding pass with the code, the time, the place and what to know', async () => {
    const { files, code, orderNumber } = await passOf('en');
    const pass = json(files, 'pass.json');
    expect(pass).toMatchObject({
      passTypeIdentifier: readEnv().passes.typeId,
      teamIdentifier: readEnv().passes.teamId,
      barcodes: [{ message: code, format: 'PKBarcodeFormatQR' }],
      boardingPass: { transitType: 'PKTransitTypeBoat' },
    });
    expect(JSON.stringify(pass)).toContain(orderNumber);
    expect(JSON.stringify(pass)).toContain(holderName);
    expect((pass['locations'] as unknown[]).length).toBe(1);
    expect(pass).toHaveProperty('relevantDate');
  });

  it('keeps one certificate for the demonstration', async () => {
    const signatures = [await passOf(), await passOf()].map(({ files }) => files.get('signature'));
    const certificate = (bytes: Buffer | undefined) => {
      const der = forge.util.createBuffer(bytes?.toString('latin1') ?? '');
      const { certificates } = forge.pkcs7.messageFromAsn1(forge.asn1.fromDer(der)) as unknown as SignedData;
      return certificates.map((one) => forge.pki.certificateToPem(one)).sort();
    };
    expect(certificate(signatures[0])).toEqual(certificate(signatures[1]));
  });

  it('is refused at the start with half of what signs it', () => {
    const env = readEnv();
    const passes = { ...env.passes, certificate: 'pem', key: undefined, authority: undefined };
    expect(() => refuseHalfSigner({ ...env, passes })).toThrow(/set all three/);
    expect(() => refuseHalfSigner(env)).not.toThrow();
  });
});
