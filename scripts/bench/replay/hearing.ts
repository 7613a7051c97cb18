import { bindOf, messageCutter, parseOf, queryOf, rowOf } from './wire.ts';
import type { Message, Value } from './wire.ts';

/** A statement as it was sent. */
export interface Heard {
  connection: number;
  /** Statements of one connection in one trip were sent before any of them was answered. */
  trip: number;
  text: string;
  values: Value[];
  /** What came back, column by column. */
  rows: (string | null)[][];
  failed: boolean;
}

/** Listens to one connection from both sides; `heard` is told of every statement when it is sent. */
export function connectionHearing(connection: number, heard: (statement: Heard) => void) {
  const texts = new Map<string, string>();
  const open: Heard[] = [];
  const state = { trip: 0, answered: true };
  const sent = (text: string, values: Value[]) => {
    // Whoever has an answer may send what it says, while others of the trip are still waited for.
    if (state.answered) Object.assign(state, { trip: state.trip + 1, answered: false });
    const statement: Heard = { connection, trip: state.trip, text, values, rows: [], failed: false };
    open.push(statement);
    heard(statement);
  };
  const fromClient = ({ kind, body }: Message) => {
    if (kind === 'Q') sent(queryOf(body), []);
    if (kind === 'P') {
      const { name, text } = parseOf(body);
      texts.set(name, text);
    }
    if (kind !== 'B') return;
    const { name, values } = bindOf(body);
    sent(texts.get(name) ?? '', values);
  };
  const fromServer = ({ kind, body }: Message) => {
    if (kind === 'D') open[0]?.rows.push(rowOf(body));
    if (kind === 'E' && open[0]) open[0].failed = true;
    // Command complete, nothing to do, refused: a text of several statements is told of each.
    if (kind === 'C' || kind === 'I' || kind === 'E') state.answered = true;
    // Ready for what comes next: pg asks for this word after everything that it sends.
    if (kind === 'Z') open.shift();
  };
  return {
    client: messageCutter(fromClient, { greets: true }),
    server: messageCutter(fromServer, { greets: false }),
  };
}
