import { mentionablesIn } from './mentionables.ts';

const names = (text: string) => mentionablesIn('x.ts', text).map(({ kind, name }) => `${kind} ${name}`);

describe('what the papers have to explain', () => {
  it('are the codes of a catalogue of errors', () => {
    expect(names(`export const e = defineErrors({ SEAT_TAKEN: { status: 409 }, 'SOLD_OUT': x });`)).toEqual([
      'error code SEAT_TAKEN',
      'error code SOLD_OUT',
    ]);
  });

  it('are the codes of errors for the operator', () => {
    expect(names(`throw operatorError('PORT_TAKEN', 'Port 1 is taken.');`)).toEqual([
      'error code PORT_TAKEN',
    ]);
  });

  it('are events, however they are announced', () => {
    expect(names(`announce(trx, 'order.paid', p); jobs.announce(trx, 'event.cancelled', p);`)).toEqual([
      'event order.paid',
      'event event.cancelled',
    ]);
  });

  it('are nothing that is only mentioned in a comment or named at run time', () => {
    expect(names(`// defineErrors({ NOT_THIS: 1 })\nannounce(trx, name, p);`)).toEqual([]);
  });
});
