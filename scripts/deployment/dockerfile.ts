export interface Copy {
  /** The stage it comes from; undefined: the repository. */
  from: string | undefined;
  sources: string[];
}

export interface Stage {
  name: string;
  base: string;
  copies: Copy[];
  /** The commands of RUN, one line each. */
  runs: string[];
  env: Record<string, string>;
  user: string | undefined;
  workdir: string | undefined;
  ports: number[];
  healthcheck: string | undefined;
  command: string[];
}

/** What we must know of a Dockerfile: its stages and their instructions, continued lines joined. */
export function parseDockerfile(text: string): Stage[] {
  const lines = text
    .replace(/\\\n\s*/g, '')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'));
  return lines.reduce<Stage[]>((stages, line) => {
    const [, word = '', rest = ''] = /^([A-Z]+)\s+(.*)$/.exec(line) ?? [];
    if (word === 'FROM') return [...stages, newStage(rest)];
    const stage = stages.at(-1);
    if (!stage) throw new Error(`${line}: stands before the first FROM.`);
    read(stage, word, rest);
    return stages;
  }, []);
}

function newStage(rest: string): Stage {
  const [, base = '', name = ''] = /^(\S+)\s+AS\s+(\S+)$/.exec(rest) ?? [];
  return {
    ...{ name, base, copies: [], runs: [], env: {}, ports: [], command: [] },
    ...{ user: undefined, workdir: undefined, healthcheck: undefined },
  };
}

function read(stage: Stage, word: string, rest: string): void {
  if (word === 'COPY') stage.copies.push(copyOf(rest));
  if (word === 'RUN') stage.runs.push(rest);
  if (word === 'ENV') Object.assign(stage.env, Object.fromEntries(rest.split(/\s+/).map(pairOf)));
  if (word === 'USER') stage.user = rest;
  if (word === 'WORKDIR') stage.workdir = rest;
  if (word === 'EXPOSE') stage.ports.push(...rest.split(/\s+/).map(Number));
  if (word === 'HEALTHCHECK') stage.healthcheck = rest;
  if (word === 'CMD') stage.command = JSON.parse(rest) as string[];
}

function pairOf(word: string): [string, string] {
  const [name = '', ...value] = word.split('=');
  return [name, value.join('=')];
}

function copyOf(rest: string): Copy {
  const words = rest.split(/\s+/);
  const from = words.find((one) => one.startsWith('--from='))?.slice('--from='.length);
  return { from, sources: words.filter((one) => !one.startsWith('--')).slice(0, -1) };
}
