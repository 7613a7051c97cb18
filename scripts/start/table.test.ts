import { readEnv } from '../../config/env.ts';
import { generateSecrets } from '../secrets.ts';
import { doorTable } from './table.ts';

const table = (changes: Record<string, string>) => doorTable(readEnv({ ...generateSecrets(), ...changes }));

describe('the table of doors', () => {
  it('shows what, where and the demo login', () => {
    const lines = table({ ADMIN_PASSWORD: 'demo-Quay1-abc', CMS_PORT: '8080' }).split('\n');
    expect(lines[0]).toMatch(/^ {2}What +Where +Demo login$/);
    expect(lines[1]).toMatch(/^ {2}Website +http:\/\/localhost:4321$/);
    expect(lines[2]).toMatch(
      /^ {2}Back office +http:\/\/localhost:8080\/admin +admin@gangway\.example \/ demo-Quay1-abc$/,
    );
    expect(lines[3]).toMatch(/^ {2}Back office, manager +.* manager@gangway\.example \/ demo-Quay1-abc$/);
    expect(lines.at(-1)).toMatch(/^ {2}Sandbox +http:\/\/localhost:4400$/);
  });

  it('never shows a password of the operator', () => {
    expect(table({ ADMIN_PASSWORD: 'Own-password-1' })).not.toContain('Own-password-1');
  });

  it('has no sandbox and no demo login when the sandbox is off', () => {
    const own = Object.fromEntries(
      Object.keys(generateSecrets()).map((name) => [name, 'K1'.padEnd(30, 'x')]),
    );
    const off = {
      ...own,
      APP_KEYS: `${own.APP_KEYS},${own.APP_KEYS}`,
      ADMIN_PASSWORD: '',
      SANDBOX: 'off',
      SMTP_URL: 'smtp://mail.example.org',
      MAIL_FROM: 'tickets@example.org',
    };
    const text = doorTable(readEnv(off));
    expect(text).not.toContain('Sandbox');
    expect(text).not.toMatch(/demo|first visitor/i);
  });
});
