import type { MessageDefinition } from '../../../contract/notifications.ts';

/** The messages that rooms have defined, by name. */
export type MessageRegistry = {
  add(definition: MessageDefinition): void;
  find(name: string): MessageDefinition | undefined;
  /** @throws TypeError for a name that nobody defined */
  get(name: string): MessageDefinition;
  all(): readonly MessageDefinition[];
};

const namePattern = /^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/;

export function createRegistry(): MessageRegistry {
  const byName = new Map<string, MessageDefinition>();
  return {
    add: (definition) => {
      const problem = nameProblem(definition.name, byName);
      if (problem) throw new TypeError(problem);
      byName.set(definition.name, definition);
    },
    find: (name) => byName.get(name),
    get: (name) => {
      const found = byName.get(name);
      if (!found) throw new TypeError(`No room has defined the message "${name}".`);
      return found;
    },
    all: () => [...byName.values()],
  };
}

function nameProblem(name: string, known: ReadonlyMap<string, unknown>): string | undefined {
  if (!namePattern.test(name)) return `Message "${name}": give a name such as "order.confirmed".`;
  return known.has(name) ? `Two rooms define the message "${name}": rename one.` : undefined;
}
