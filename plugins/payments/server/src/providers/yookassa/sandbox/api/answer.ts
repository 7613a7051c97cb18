import { randomUUID } from 'node:crypto';
import { requireShop } from '../credentials.ts';
import { isObject, objectProblem } from '../fields.ts';
import type { Fields } from '../fields.ts';
import { header, readText, sendJson } from '../http.ts';
import type { Visit } from '../http.ts';
import { earlierAnswer, keepAnswer, requestHash, requireKey } from '../idempotence.ts';
import { forbidden, invalid, problem, problemBody, problemOf } from '../problem.ts';
import type { World } from '../world.ts';
import { afterwards, beforehand, takeFault } from './faults.ts';
import type { ApiRequest, Operation } from './operation.ts';
import { operations } from './operations.ts';

type Answer = { status: number; body: string };

/** Answers a request to `/v3`. */
export async function answerApi(visit: Visit, world: World): Promise<void> {
  const text = await readText(visit.request);
  const found = attempt(() => admitted(visit, world));
  if ('status' in found) return told(visit, world, found);
  const fault = takeFault(world, found.name);
  const instead = fault && beforehand(fault);
  if (instead === 'drop') return void visit.request.socket.destroy();
  if (instead) return told(visit, world, attempt(() => fail(instead)) as Answer);
  const answer = answerOnce({ visit, world, operation: found, text });
  if (fault) await afterwards(fault, visit);
  told(visit, world, answer);
}

const fail = (error: Error): never => {
  throw error;
};

function told({ request, response, url }: Visit, world: World, { status, body }: Answer): void {
  const key = header(request, 'idempotence-key');
  world.journal({ what: 'answer', method: request.method, path: url.pathname, key, status });
  sendJson(response, status, body);
}

/** What `work` makes, or the error object of what it throws. */
function attempt<Made>(work: () => Made): Made | Answer {
  try {
    return work();
  } catch (error) {
    const known = problemOf(error);
    if (!known) throw error;
    return { status: known.status, body: JSON.stringify(problemBody(known, randomUUID())) };
  }
}

/** @throws 401, 404 or 405 */
function admitted({ request, url }: Visit, world: World): Operation {
  requireShop(header(request, 'authorization'), world.shop);
  const here = operations.filter(({ path }) => path.test(url.pathname));
  const operation = here.find(({ method }) => method === request.method);
  if (operation) return operation;
  throw here.length > 0
    ? problem({ status: 405, code: 'method_not_allowed', description: 'Method is not allowed' })
    : problem({ status: 404, code: 'not_found', description: 'Resource not found' });
}

type Call = { visit: Visit; world: World; operation: Operation; text: string | undefined };

/** POST and DELETE do a thing once: whoever repeats a request gets the answer of the first, refusals included. */
function answerOnce({ visit, world, operation, text }: Call): Answer {
  const run = () => attempt(() => carriedOut({ visit, world, operation, text })) as Answer;
  if (operation.method === 'GET') return run();
  const answered = attempt(() => {
    const key = requireKey(header(visit.request, 'idempotence-key'));
    const hash = requestHash(operation.method, visit.url.pathname, text ?? '');
    const earlier = earlierAnswer(world, key, hash);
    if (earlier) return earlier;
    const answer = run();
    keepAnswer(world, key, { ...answer, hash });
    return answer;
  });
  return { status: answered.status, body: answered.body };
}

function carriedOut({ visit, world, operation, text }: Call): Answer {
  const [, id = ''] = operation.path.exec(visit.url.pathname) ?? [];
  const body = operation.method === 'POST' ? bodyOf(visit, text) : {};
  const query = Object.fromEntries(visit.url.searchParams);
  if (operation.body) requireFields(body, operation.body);
  if (operation.name !== 'elsewhere') requireFields(query, operation.query ?? {});
  const request: ApiRequest = { id, body, query };
  return { status: 200, body: JSON.stringify(operation.run(world, request)) };
}

function bodyOf({ request }: Visit, text: string | undefined): Record<string, unknown> {
  if (text === '') return {};
  if (!/^application\/json\b/i.test(header(request, 'content-type') ?? ''))
    throw problem({
      status: 415,
      code: 'unsupported_media_type',
      description: 'Content type is not supported',
    });
  const parsed = text === undefined ? undefined : parsedJson(text);
  if (!isObject(parsed)) throw invalid('Failed to parse request body');
  return parsed;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function requireFields(value: object, fields: Fields): void {
  const found = objectProblem(value, fields);
  if (!found) return;
  const { description, parameter } = found;
  throw found.closed ? forbidden(description, parameter) : invalid(description, parameter);
}
