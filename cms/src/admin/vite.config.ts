type Alias = { find: string | RegExp; replacement: string };
type Bundle = Record<string, { type: string; source?: unknown }>;
type Plugin = {
  name: string;
  apply: 'build';
  enforce: 'post';
  generateBundle: (options: unknown, bundle: Bundle) => void;
};
type Config = { root?: string; resolve?: { alias?: Record<string, string> | Alias[] }; plugins?: unknown[] };

/** The bundle of the panel as Strapi makes it; `@gangway/kit` asks for modules of Node that browsers lack. */
export default (config: Config): Config => {
  const node = { find: /^node:(crypto|async_hooks)$/, replacement: `${config.root}/src/admin/no-node.ts` };
  return {
    ...config,
    resolve: { ...config.resolve, alias: [...aliases(config), node] },
    plugins: [...(config.plugins ?? []), brandedDocument],
  };
};

function aliases({ resolve }: Config): Alias[] {
  const known = resolve?.alias ?? [];
  if (Array.isArray(known)) return known;
  return Object.entries(known).map(([find, replacement]) => ({ find, replacement }));
}

const brandedDocument: Plugin = {
  name: 'gangway:document',
  apply: 'build',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const page = bundle['index.html'];
    if (typeof page?.source !== 'string') return;
    page.source = page.source.replace('<title>Strapi Admin</title>', '<title>Gangway</title>');
  },
};
