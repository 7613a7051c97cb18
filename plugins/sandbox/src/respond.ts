import type { ServerResponse } from 'node:http';
import type { Html } from '@gangway/kit';

const safety = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  // Not no-referrer: with it browsers send forms with the origin "null", and ours must be known as ours.
  'referrer-policy': 'same-origin',
};

type Body = { status?: number; type: string; text: string };

export function send(response: ServerResponse, { status = 200, type, text }: Body): void {
  response.writeHead(status, {
    ...safety,
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
  });
  response.end(text);
}

export function sendPage(response: ServerResponse, { markup }: Html, status = 200): void {
  send(response, { status, type: 'text/html', text: markup });
}

/** After a form: the browser reads the page anew, and reloading it does not send the form again. */
export function seeOther(response: ServerResponse, location: string): void {
  response.writeHead(303, { ...safety, location });
  response.end();
}
