import { generateKeyPair } from 'node:crypto';
import { promisify } from 'node:util';
import forge from 'node-forge';

/** A pass certificate made up for a demonstration, with the authority that issued it. PEM. */
export interface DemoCertificate {
  certificate: string;
  key: string;
  authority: string;
}

const newKeyPair = promisify(generateKeyPair);
const years = 10;

/** Wallets refuse it, as they should: it shows the file and its signature, not Apple's trust. */
export async function makeDemoCertificate(asked: {
  typeId: string;
  teamId: string;
  now: Date;
}): Promise<DemoCertificate> {
  const authority = await keyPair();
  const signer = await keyPair();
  const authorityName = nameOf({ commonName: 'Gangway Demo Authority', organizationName: 'Gangway Demo' });
  const signerName = nameOf({
    commonName: `Pass Type ID: ${asked.typeId}`,
    organizationalUnitName: asked.teamId,
  });
  const common = { issuer: authorityName, signingKey: authority.privateKey, now: asked.now };
  const root = certify({
    ...common,
    subject: authorityName,
    publicKey: authority.publicKey,
    serial: '01',
    ca: true,
  });
  const leaf = certify({
    ...common,
    subject: signerName,
    publicKey: signer.publicKey,
    serial: '02',
    ca: false,
  });
  return {
    certificate: forge.pki.certificateToPem(leaf),
    key: forge.pki.privateKeyToPem(signer.privateKey),
    authority: forge.pki.certificateToPem(root),
  };
}

async function keyPair() {
  const { privateKey, publicKey } = await newKeyPair('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  return {
    privateKey: forge.pki.privateKeyFromPem(privateKey),
    publicKey: forge.pki.publicKeyFromPem(publicKey),
  };
}

const nameOf = (attributes: Record<string, string>) =>
  Object.entries(attributes).map(([name, value]) => ({ name, value }));

interface Certifying {
  subject: forge.pki.CertificateField[];
  issuer: forge.pki.CertificateField[];
  publicKey: forge.pki.PublicKey;
  signingKey: forge.pki.rsa.PrivateKey;
  serial: string;
  ca: boolean;
  now: Date;
}

function certify({
  subject,
  issuer,
  publicKey,
  signingKey,
  serial,
  ca,
  now,
}: Certifying): forge.pki.Certificate {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = publicKey;
  certificate.serialNumber = serial;
  certificate.validity.notBefore = now;
  certificate.validity.notAfter = new Date(Date.UTC(now.getUTCFullYear() + years, now.getUTCMonth(), 1));
  certificate.setSubject(subject);
  certificate.setIssuer(issuer);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: ca, critical: true },
    { name: 'keyUsage', critical: true, ...(ca ? { keyCertSign: true } : { digitalSignature: true }) },
  ]);
  certificate.sign(signingKey, forge.md.sha256.create());
  return certificate;
}
