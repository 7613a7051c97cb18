import type { Env } from '@gangway/config/env';
import type { SandboxService } from '@gangway/kit';

/** Everybody the sandbox stands in for, in the order of the index page. */
export function services(_env: Env): readonly SandboxService[] {
  return [];
}
