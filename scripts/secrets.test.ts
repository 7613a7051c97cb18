import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnv } from '../config/env.ts';
import { generateSecrets, keptSecrets, withDemoSecrets } from './secrets.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gangway-secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('secrets of a demonstration', () => {
  it('are all that the environment asks for, and refused with the sandbox off', () => {
    const secrets = generateSecrets();
    expect(readEnv(secrets).secrets.appKeys).toHaveLength(2);
    expect(() => readEnv({ ...secrets, SANDBOX: 'off' })).toThrow(
      'ADMIN_PASSWORD is a demo secret, which SANDBOX=off refuses',
    );
  });

  it('differ from each other and from those of another installation', () => {
    const values = [...Object.values(generateSecrets()), ...Object.values(generateSecrets())];
    expect(new Set(values).size).toBe(values.length);
  });

  it('are kept for the next start, in a file that only this user may read', () => {
    const first = keptSecrets(folder);
    expect(keptSecrets(folder)).toEqual(first);
    expect(statSync(join(folder, 'secrets.env')).mode & 0o777).toBe(0o600);
  });

  it('are completed when a kept file lacks one, and kept otherwise', () => {
    const { JWT_SECRET, ...others } = keptSecrets(folder);
    const file = join(folder, 'secrets.env');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^JWT_SECRET=.*\n/m, ''));
    const { JWT_SECRET: renewed, ...kept } = keptSecrets(folder);
    expect(kept).toEqual(others);
    expect(renewed).not.toBe(JWT_SECRET);
    expect(renewed).toMatch(/^demo-/);
  });

  it('that cannot be read are a sentence', () => {
    const file = join(folder, 'secrets.env');
    mkdirSync(file);
    expect(() => keptSecrets(folder)).toThrow(
      expect.objectContaining({
        code: 'SECRETS_UNUSABLE',
        operator: true,
        message: `The demo secrets in ${file} cannot be read or written: give this user the file, or move it away for new ones.`,
      }),
    );
  });

  it('fill only the gaps that the operator leaves', () => {
    const source = { JWT_SECRET: 'own', INTERNAL_TOKEN_FILE: '/run/secrets/internal' };
    const filled = withDemoSecrets({ source, secrets: generateSecrets() });
    expect(filled.JWT_SECRET).toBe('own');
    expect(filled).not.toHaveProperty('INTERNAL_TOKEN');
    expect(filled.API_TOKEN_SALT).toMatch(/^demo-/);
  });
});
