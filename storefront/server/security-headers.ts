import type { ServerResponse } from 'node:http';
import type { House } from './house.ts';

/** Of every answer; what scripts may run is in the policy that Astro writes for each page. */
export function secure(response: ServerResponse, house: House): void {
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'strict-origin-when-cross-origin');
  response.setHeader('x-frame-options', 'DENY');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('permissions-policy', 'camera=(), microphone=(), geolocation=(), payment=()');
  if (house.secure) response.setHeader('strict-transport-security', 'max-age=31536000');
}
