/* Says in the visitor's language that there is no connection. Keeps that one page and what it is made of, nothing else. */
const shelf = 'gangway-offline-1';
const languages = ['ru', 'en', 'zh'];
const own = /^\/(ru|en|zh)\/(orders|account|checkout|basket)(\/|$)/;
const asset = /(?:href|src)="(\/_astro\/[^"]+)"/g;

self.addEventListener('install', (event) => event.waitUntil(fill()));
self.addEventListener('activate', (event) => event.waitUntil(tidy()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (pathname.startsWith('/_astro/')) event.respondWith(kept(request));
  else if (request.mode === 'navigate' && !own.test(pathname)) event.respondWith(page(request, pathname));
});

async function fill() {
  const cache = await caches.open(shelf);
  const assets = new Set(['/icon.svg']);
  for (const language of languages) {
    const address = `/${language}/offline`;
    const answer = await fetch(address, { credentials: 'omit', cache: 'no-store' });
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
    for (const [, found] of (await answer.clone().text()).matchAll(asset)) assets.add(found);
    await cache.put(address, answer);
  }
  await cache.addAll([...assets]);
}

async function tidy() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name !== shelf).map((name) => caches.delete(name)));
}

async function kept(request) {
  return (await caches.match(request, { cacheName: shelf })) ?? fetch(request);
}

async function page(request, pathname) {
  try {
    return await fetch(request);
  } catch {
    const language = languages.find((one) => pathname.startsWith(`/${one}`)) ?? 'ru';
    const answer = await caches.match(`/${language}/offline`, { cacheName: shelf });
    return answer ?? Response.error();
  }
}
