import type { FaultInput } from '../switches.ts';
import { seeOther } from './respond.ts';
import type { Stay } from './stay.ts';

export function setSwitches({ control, response, locale, path }: Stay, form: URLSearchParams): void {
  const whole = (name: string) => Math.trunc(Number(form.get(name)));
  const given = Object.fromEntries(form);
  const numbers = {
    copies: whole('copies'),
    delayMs: whole('delayMs'),
    receiptDelayMs: whole('receiptDelayMs'),
  };
  const flags = { reorder: form.has('reorder'), fiscalization: form.has('fiscalization') };
  attempt(() => control.switch({ ...given, ...numbers, ...flags }));
  seeOther(response, `${path}/?locale=${locale}&saved`);
}

export function setFaults({ control, response, locale, path }: Stay, form: URLSearchParams): void {
  const { operation, kind, times } = Object.fromEntries(form);
  if (form.has('clear')) control.clearFaults();
  else attempt(() => control.fault({ operation, kind, times: Number(times) } as FaultInput));
  seeOther(response, `${path}/?locale=${locale}&saved`);
}

/** What people type wrong changes nothing: the page shows what holds. */
function attempt(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Error) || !('issues' in error)) throw error;
  }
}
