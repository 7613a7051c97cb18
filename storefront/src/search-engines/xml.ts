/** A file for search engines; while it cannot be made they are asked to come back. */
export async function xml(make: () => Promise<string | undefined>): Promise<Response> {
  try {
    const text = await make();
    if (text === undefined) return new Response('', { status: 404 });
    const headers = {
      'content-type': 'application/xml; charset=utf-8',
      'cache-control': 'public, max-age=600',
    };
    return new Response(text, { headers });
  } catch {
    return new Response('', { status: 503, headers: { 'retry-after': '300' } });
  }
}
