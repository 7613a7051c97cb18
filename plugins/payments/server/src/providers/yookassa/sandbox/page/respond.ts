import type { ServerResponse } from 'node:http';
import type { Html } from '@gangway/kit';

const safety = {
  'content-security-policy':
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
};

export function sendPage(response: ServerResponse, { markup }: Html, status = 200): void {
  send(response, status, 'text/html', markup);
}

export function send(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, {
    ...safety,
    'content-type': `${type}; charset=utf-8`,
    'cache-control': 'no-store',
  });
  response.end(text);
}

export function seeOther(response: ServerResponse, location: string): void {
  response.writeHead(303, { ...safety, location });
  response.end();
}
