import { z } from '@gangway/kit';
import type { Control } from '../control.ts';
import { requireShop } from '../credentials.ts';
import { header, readText, sendJson } from '../http.ts';
import type { Visit } from '../http.ts';
import { invalid, notFound, problemBody, problemOf } from '../problem.ts';
import type { FaultInput, Switches } from '../switches.ts';
import type { World } from '../world.ts';

const cancellation = z.strictObject({
  party: z.enum(['yoo_money', 'payment_network', 'merchant', 'refund_network']),
  reason: z.string().min(1),
});
const way = z.strictObject({ card: z.string().optional(), method: z.string().optional() });
const notice = z.strictObject({ event: z.string().min(1), id: z.string().min(1) });

type Command = { id: string; body: unknown; control: Control };

const commands: Record<string, (command: Command) => unknown> = {
  'GET state': ({ control }) => control.state(),
  'PATCH switches': ({ control, body }) => control.switch(body as Partial<Switches>),
  'POST faults': ({ control, body }) => control.fault(body as FaultInput),
  'DELETE faults': ({ control }) => control.clearFaults(),
  'POST notifications': ({ control, body }) => {
    const { event, id } = notice.parse(body);
    return control.notify(event, id);
  },
  'POST payments pay': ({ control, id, body }) => control.pay(id, way.parse(body)),
  'POST payments cancel': ({ control, id, body }) => control.cancel(id, cancellation.parse(body)),
  'POST refunds settle': ({ control, id, body }) =>
    control.settleRefund(
      id,
      cancellation.optional().parse(Object.keys(body as object).length ? body : undefined),
    ),
};

/**
 * Answers `/control/…` for tests and proofs, with the shop's own credentials: `GET state`, `PATCH switches`,
 * `POST faults`, `DELETE faults`, `POST notifications`, `POST payments/:id/pay`, `POST payments/:id/cancel`,
 * `POST refunds/:id/settle`.
 */
export async function answerControl(visit: Visit, world: World, control: Control): Promise<void> {
  const text = await readText(visit.request);
  try {
    requireShop(header(visit.request, 'authorization'), world.shop);
    const made = commanded(visit, text, control);
    sendJson(visit.response, 200, JSON.stringify(made ?? {}));
  } catch (error) {
    const known = problemOf(error) ?? problemOf(wrongInput(error));
    if (!known) throw error;
    sendJson(visit.response, known.status, JSON.stringify(problemBody(known, 'control')));
  }
}

function commanded({ request, url }: Visit, text: string | undefined, control: Control): unknown {
  const [, , what = '', id = '', verb] = url.pathname.split('/');
  const name = [request.method, what, verb].filter(Boolean).join(' ');
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) throw notFound('There is no such command');
  return command({ id, body: JSON.parse(text || '{}'), control });
}

const wrongInput = (error: unknown): unknown =>
  error instanceof z.ZodError || error instanceof SyntaxError ? invalid(error.message) : error;
