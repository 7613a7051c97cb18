import type { MountContext, ServiceHandler } from '@gangway/kit';
import { answerApi } from './api/answer.ts';
import { answerControl } from './api/control-api.ts';
import { controlOf } from './control.ts';
import type { Control } from './control.ts';
import { answerPages } from './page/answer-pages.ts';
import { letTimePass } from './passing-time.ts';
import { openPost } from './post.ts';
import { createWorld } from './create-world.ts';
import type { Shop } from './world.ts';

export type YookassaSettings = Omit<MountContext, 'cmsUrl'> & {
  shop: Shop;
  /** Where notifications go; undefined: nowhere. */
  notifyUrl: string | undefined;
};

export type OpenYookassa = { handler: ServiceHandler; control: Control; close(): void };

const tickMs = 1_000;

/** YooKassa with its API below `/v3`, its payment page below `/checkout`, a page for people and `/control`. */
export function openYookassa(settings: YookassaSettings): OpenYookassa {
  const { log, onMove, notifyUrl } = settings;
  const world = createWorld(settings);
  const control = controlOf(world);
  const closePost = openPost(world, { notifyUrl, log });
  const pass = () => letTimePass(world);
  const tick = setInterval(pass, tickMs).unref();
  const unsubscribe = onMove(pass);
  const handler: ServiceHandler = async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://yookassa');
    const [, area] = url.pathname.split('/');
    pass();
    if (area === 'control') return answerControl({ request, response, url }, world, control);
    if (area !== 'v3')
      return answerPages({ request, response, url }, { world, control, path: settings.path });
    url.pathname = url.pathname.slice('/v3'.length) || '/';
    return answerApi({ request, response, url }, world);
  };
  const close = () => {
    clearInterval(tick);
    unsubscribe();
    closePost();
  };
  return { handler, control, close };
}
