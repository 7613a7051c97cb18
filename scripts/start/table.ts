import type { Env } from '../../config/env.ts';
import { demoSecretPrefix } from '../../config/env.ts';

interface Door {
  what: string;
  url: string;
  login: string;
}

/** The table that a start ends with: what, where, how to get in. */
export function doorTable(env: Env): string {
  const rows: Door[] = [
    { what: 'What', url: 'Where', login: env.sandbox.enabled ? 'Demo login' : 'Login' },
    ...doors(env),
  ];
  const what = Math.max(...rows.map((row) => row.what.length));
  const url = Math.max(...rows.map((row) => row.url.length));
  return rows
    .map((row) => `  ${row.what.padEnd(what)}   ${row.url.padEnd(url)}   ${row.login}`.trimEnd())
    .join('\n');
}

function doors(env: Env): Door[] {
  const { publicUrl } = env.cms;
  const cms = [
    { what: 'Website', url: env.storefrontUrl, login: '' },
    { what: 'Back office', url: `${publicUrl}/admin`, login: administrator(env) },
    ...managerDoor(env),
    { what: 'API', url: `${publicUrl}/api/events`, login: '' },
    { what: 'API description', url: `${publicUrl}/openapi.json`, login: '' },
  ];
  const sandbox = { what: 'Sandbox', url: env.sandbox.url, login: '' };
  return env.sandbox.enabled ? [...cms, sandbox] : cms;
}

/** A demonstration has a second account, with what a manager is granted and nothing more. */
function managerDoor({ admin, cms, sandbox }: Env): Door[] {
  if (!sandbox.enabled || !admin.password?.startsWith(demoSecretPrefix)) return [];
  const login = `manager@gangway.example / ${admin.password}`;
  return [{ what: 'Back office, manager', url: `${cms.publicUrl}/admin`, login }];
}

/** A password of the operator's own is never shown. */
function administrator({ admin, sandbox }: Env): string {
  if (!admin.password)
    return sandbox.enabled ? 'the first visitor becomes the administrator' : 'your administrator';
  return admin.password.startsWith(demoSecretPrefix) ? `${admin.email} / ${admin.password}` : admin.email;
}
