import { useCallback, useEffect, useState } from 'react';
import { useFetchClient, useNotification } from '@strapi/strapi/admin';
import type { Loaded } from '../home/home-data.ts';
import { useWords } from '../words/use-words.ts';
import {
  changesOf,
  grantsOf,
  withSwitch,
  type Access,
  type Change,
  type Draft,
  type Level,
  type Role,
} from './access-matrix.ts';

/** The matrix as the server holds it, what was switched since, and how to keep or drop it. */
export function useAccess() {
  const { access, load, keepRole } = useLoadedAccess();
  const [draft, setDraft] = useState<Draft>({});
  const changes = access.state === 'ready' ? changesOf(access.value, draft) : [];
  const { saving, save } = useSaving({ changes, keepRole, done: () => setDraft({}) });
  const turn = (role: Role, section: string, level: Level) =>
    setDraft((before) => withSwitch(before, { role, section, level }));
  return { access, load, draft, changes, turn, discard: () => setDraft({}), saving, save };
}

function useLoadedAccess() {
  const { get } = useFetchClient();
  const [access, setAccess] = useState<Loaded<Access>>({ state: 'loading' });
  const load = useCallback(() => {
    setAccess({ state: 'loading' });
    get<{ data: Access }>('/api/admin/sections').then(
      ({ data }) => setAccess({ state: 'ready', value: data.data }),
      () => setAccess({ state: 'failed' }),
    );
  }, [get]);
  useEffect(load, [load]);
  const keepRole = (role: Role) =>
    setAccess((before) =>
      before.state === 'ready' ? { ...before, value: withRole(before.value, role) } : before,
    );
  return { access, load, keepRole };
}

const withRole = (access: Access, role: Role): Access => ({
  ...access,
  roles: access.roles.map((one) => (one.id === role.id ? role : one)),
});

type Saving = { changes: Change[]; keepRole: (role: Role) => void; done: () => void };

// One request per role: what was saved stays saved when a later role is refused.
function useSaving({ changes, keepRole, done }: Saving) {
  const { put } = useFetchClient();
  const { say } = useWords();
  const { toggleNotification } = useNotification();
  const [saving, setSaving] = useState(false);
  const saveRole = async (role: Role) => {
    const { data } = await put<{ data: Role }>(`/api/admin/sections/${role.id}`, {
      grants: grantsOf(changes, role),
    });
    keepRole(data.data);
  };
  const save = async () => {
    setSaving(true);
    const failed = await firstFailure(rolesOf(changes), saveRole);
    setSaving(false);
    if (!failed) done();
    toggleNotification(
      failed
        ? { type: 'danger', message: say('access.failed', { role: failed.role.name, reason: failed.reason }) }
        : { type: 'success', message: say('access.saved') },
    );
  };
  return { saving, save };
}

const rolesOf = (changes: Change[]): Role[] => [...new Set(changes.map(({ role }) => role))];

async function firstFailure(roles: Role[], save: (role: Role) => Promise<void>) {
  for (const role of roles) {
    try {
      await save(role);
    } catch (error) {
      return { role, reason: error instanceof Error ? error.message : '' };
    }
  }
  return undefined;
}
