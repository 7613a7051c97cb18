import { setTimeout as pause } from 'node:timers/promises';
import type { Visit } from '../http.ts';
import { sendJson } from '../http.ts';
import { problem, problemBody } from '../problem.ts';
import type { Fault } from '../switches.ts';
import type { World } from '../world.ts';

/** The fault that meets this request, used up by one. */
export function takeFault(world: World, operation: string): Fault | undefined {
  const fault = world.faults.find((one) => one.operation === 'any' || one.operation === operation);
  if (!fault) return undefined;
  const rest = world.faults.filter((one) => one !== fault);
  world.faults = fault.times > 1 ? [{ ...fault, times: fault.times - 1 }, ...rest] : rest;
  world.journal({ what: 'fault', operation, kind: fault.kind });
  return fault;
}

/** What is answered instead of doing anything. */
export function beforehand({ kind, answer, retryAfter }: Fault): Error | 'drop' | undefined {
  if (kind === 'drop-before') return 'drop';
  if (kind === 'too-many-requests')
    return problem({ status: 429, code: 'too_many_requests', description: 'Too many requests', retryAfter });
  return kind === 'answer' && answer ? problem(answer) : undefined;
}

const lost = JSON.stringify(
  problemBody(
    { status: 500, code: 'internal_server_error', description: 'Internal server error' },
    'unknown',
  ),
);
const gatewayPage =
  '<!doctype html><html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>';

/** Spoils the answer of something that was done. */
export async function afterwards({ kind, delayMs }: Fault, { request, response }: Visit): Promise<void> {
  if (kind === 'drop') request.socket.destroy();
  if (kind === 'error-after-commit') sendJson(response, 500, lost);
  if (kind === 'hang') await hang(delayMs, { request, response });
  if (kind !== 'html') return;
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(gatewayPage);
}

/** Until somebody gives up: the caller, or we. */
async function hang(delayMs: number, { response }: Pick<Visit, 'request' | 'response'>): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  await pause(delayMs, undefined, { signal: gone.signal, ref: false }).catch(() => undefined);
  sendJson(response, 500, lost);
}
