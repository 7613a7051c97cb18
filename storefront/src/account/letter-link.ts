const tokenShape = /^[\w.-]{10,200}$/;

/** A link of a letter becomes a cookie, so that its token stays in no address, history or referrer. */
export function swapLink({ url, locals }: { url: URL; locals: App.Locals }): Response | undefined {
  const token = url.searchParams.get('token');
  if (token === null) return undefined;
  if (tokenShape.test(token)) locals.keep({ name: 'link', value: token });
  else locals.keep({ name: 'link' });
  const headers = { location: url.pathname, 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' };
  return new Response(null, { status: 303, headers });
}
