import { useRef, useState } from 'react';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import { useWords } from '../words/use-words.ts';
import { spoken } from './spoken.ts';
import { failureOf } from './use-answer.ts';

type Deed<Value> = { path: string; body?: object; done: (value: Value) => string | undefined };

/**
 * Does something once: busy until it is answered, then says how it went. A click that follows a lost answer repeats the
 * same request, so nothing happens twice. Resolves to whether it was done.
 */
export function useDeed<Value = unknown>() {
  const { post } = useFetchClient();
  const { locale } = useWords();
  const { toggleNotification } = useNotification();
  const [busy, setBusy] = useState(false);
  const key = useRef(newKey());
  const run = async ({ path, body = {}, done }: Deed<Value>): Promise<boolean> => {
    setBusy(true);
    try {
      const headers = { 'Idempotency-Key': key.current };
      const { data } = await post<{ data: Value }>(spoken(path, locale), body, { headers });
      const message = done(data.data);
      if (message) toggleNotification({ type: 'success', message });
      key.current = newKey();
      return true;
    } catch (error) {
      const { status, message } = failureOf(error);
      if (status !== undefined) key.current = newKey();
      toggleNotification({ type: 'danger', message });
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, run };
}

const newKey = (): string => crypto.randomUUID();
