import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createLife } from '../process/life.ts';
import { answerFirst, type FirstOptions } from './answer-first.ts';
import { createFront } from './front.ts';

const turnOver = () => new Promise((resume) => setImmediate(resume));

/** A server that answers nothing by itself: everything goes the long way. */
function desk() {
  const { table, known } = createFront();
  const life = createLife();
  const seen: string[] = [];
  const server = createServer((request) => void seen.push(`${request.method} ${request.url}`));
  answerFirst(server, { table, known, life, healthOnly: false } as unknown as FirstOptions);
  const come = (method: string, url: string) => {
    const request = { method, url, headers: {} } as IncomingMessage;
    const response = { destroyed: false } as ServerResponse;
    server.emit('request', request, response);
    return response;
  };
  return { life, seen, come };
}

describe('at the door of the server', () => {
  it('whoever changes something goes before readers who came first', async () => {
    const { seen, come } = desk();
    come('GET', '/api/orders/1');
    come('HEAD', '/api/orders/2');
    come('POST', '/api/payments');
    expect(seen).toEqual(['POST /api/payments']);
    await turnOver();
    await turnOver();
    expect(seen.slice(1)).toEqual(['GET /api/orders/1', 'HEAD /api/orders/2']);
  });

  it('a stop waits for readers who stand in line', async () => {
    const { life, come } = desk();
    come('GET', '/api/orders/1');
    expect(life.inFlight).toBe(1);
    await turnOver();
    expect(life.inFlight).toBe(0);
  });

  it('nothing is asked any more of a reader who hung up in line', async () => {
    const { life, seen, come } = desk();
    come('GET', '/api/orders/1').destroyed = true;
    await turnOver();
    expect([seen, life.inFlight]).toEqual([[], 0]);
  });
});
