import { readFrontDoorEnv } from '@gangway/config/env';

const preview = /^\/(ru|en|zh)\/preview(\/|$)/;

/** Where people reach the back office: the only page that may show a draft in a frame. */
export const panelOrigin = (): string => new URL(readFrontDoorEnv().panelUrl).origin;

/** A page of drafts may stand in the panel's frame; a browser that reads this minds no `X-Frame-Options` beside it. */
export function letPanelFrame(path: string, { headers }: Response): void {
  const policy = headers.get('content-security-policy');
  if (!policy || !preview.test(path)) return;
  headers.set(
    'content-security-policy',
    policy.replace("frame-ancestors 'none'", `frame-ancestors ${panelOrigin()}`),
  );
}
