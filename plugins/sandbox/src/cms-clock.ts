import { z } from '@gangway/kit';
import type { ClockMove } from './clock-move.ts';

export type ClockState = { now: Date; offsetMs: number };

/** Every way it can go wrong has a sentence on the page. */
export type ClockAnswer = { state: ClockState } | { trouble: 'unreachable' | 'token' | 'off' | 'refused' };

export type CmsClock = { read(): Promise<ClockAnswer>; move(move: ClockMove): Promise<ClockAnswer> };

const timeoutMs = 5_000;

const answer = z.object({ data: z.object({ now: z.iso.datetime({ offset: true }), offsetMs: z.number() }) });

/** The clock of all processes, kept by cms. The token stays on this side. */
export function cmsClock({ cmsUrl, token }: { cmsUrl: string; token: string }): CmsClock {
  const ask = async (init: RequestInit): Promise<ClockAnswer> => {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      return await readAnswer(
        await fetch(`${cmsUrl}/api/internal/clock`, { redirect: 'error', signal, headers, ...init }),
      );
    } catch {
      return { trouble: 'unreachable' };
    }
  };
  return {
    read: () => ask({ method: 'GET' }),
    move: (move) => ask({ method: 'PUT', body: JSON.stringify(move) }),
  };
}

async function readAnswer(response: Response): Promise<ClockAnswer> {
  if (response.status === 401) return { trouble: 'token' };
  if (response.status === 403) return { trouble: 'off' };
  if (response.status >= 500) return { trouble: 'unreachable' };
  if (!response.ok) return { trouble: 'refused' };
  const { now, offsetMs } = answer.parse(await response.json()).data;
  return { state: { now: new Date(now), offsetMs } };
}
