import { generateSecrets } from '../secrets.ts';
import { withoutSecrets } from './settings.ts';

describe('what a front door is started with', () => {
  const secrets = generateSecrets();
  const database = {
    DATABASE_URL: 'postgres://gangway@127.0.0.1/gangway',
    SMTP_URL_FILE: '/run/secrets/smtp',
  };
  const given = withoutSecrets({ ...secrets, ...database, CMS_PORT: '1337', SANDBOX: 'on' });

  it.each([...Object.keys(secrets), ...Object.keys(database)])('is not %s', (name) => {
    expect(given[name]).toBeUndefined();
    expect(name in given).toBe(true);
  });

  it('is where things stand', () => {
    expect(given).toMatchObject({ CMS_PORT: '1337', SANDBOX: 'on' });
  });
});
