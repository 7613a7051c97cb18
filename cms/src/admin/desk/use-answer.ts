import { useCallback, useEffect, useRef, useState } from 'react';
import { useFetchClient } from '@strapi/strapi/admin';
import { useWords } from '../words/use-words.ts';
import { spoken } from './spoken.ts';

export type Failure = { status: number | undefined; message: string };

/** `stale`: another answer is on its way, and the page still shows the one before. */
export type Answer<Value> =
  | { state: 'loading' }
  | { state: 'failed'; failure: Failure }
  | { state: 'ready'; value: Value; stale: boolean };

/** What the API answers to a path, asked again when the path changes; undefined asks for nothing. */
export function useAnswer<Value>(path: string | undefined) {
  const { get } = useFetchClient();
  const { locale } = useWords();
  const [answer, setAnswer] = useState<Answer<Value>>({ state: 'loading' });
  const asked = useRef(0);
  const load = useCallback(async () => {
    if (path === undefined) return;
    asked.current += 1;
    const own = asked.current;
    setAnswer((before) => (before.state === 'ready' ? { ...before, stale: true } : { state: 'loading' }));
    const next = await get<Value>(spoken(path, locale)).then(
      ({ data }): Answer<Value> => ({ state: 'ready', value: data, stale: false }),
      (error: unknown): Answer<Value> => ({ state: 'failed', failure: failureOf(error) }),
    );
    if (own === asked.current) setAnswer(next);
  }, [get, path, locale]);
  useEffect(() => void load(), [load]);
  const put = (value: Value) => setAnswer({ state: 'ready', value, stale: false });
  return { answer, load, put };
}

/** The server's sentence, in the language of the panel. */
export function failureOf(error: unknown): Failure {
  const { status, message } = error as { status?: unknown; message?: unknown };
  return {
    status: typeof status === 'number' ? status : undefined,
    message: typeof message === 'string' ? message : '',
  };
}
