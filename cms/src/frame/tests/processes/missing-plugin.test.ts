import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { openHouse, startCms, startReadyCms, patience } from './cms-process.ts';
import type { House } from './cms-process.ts';

const cms = resolve(__dirname, '../../../..');
jest.setTimeout(patience);

let house: House;
beforeAll(async () => void (house = await openHouse()));
afterAll(() => house.close());

const lamp = {
  kind: 'collectionType',
  collectionName: 'lighthouse_lamps',
  info: { singularName: 'lamp', pluralName: 'lamps', displayName: 'Lamp' },
  attributes: { name: { type: 'string' } },
};

/** A copy of the built cms that has one plugin more. */
function cmsWithLighthouse(folder: string) {
  const app = join(folder, 'cms');
  const plugin = join(folder, 'lighthouse');
  const write = (path: string, text: string) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  };
  cpSync(join(cms, 'dist'), join(app, 'dist'), { recursive: true });
  const manifest = JSON.parse(readFileSync(join(cms, 'package.json'), 'utf8')) as { dependencies: object };
  write(join(app, 'package.json'), JSON.stringify(manifest));
  symlinkSync(resolve(cms, '../node_modules'), join(folder, 'node_modules'));
  const plugins = join(app, 'dist/config/plugins.js');
  const added = `lighthouse: { enabled: true, resolve: ${JSON.stringify(plugin)} }`;
  write(
    plugins,
    `${readFileSync(plugins, 'utf8')}
    const listed = exports.default;
    exports.default = () => ({ ...listed(), ${added} });`,
  );
  const kind = { kind: 'plugin', name: 'lighthouse' };
  write(join(plugin, 'package.json'), JSON.stringify({ name: 'lighthouse', strapi: kind }));
  const server = join(plugin, 'strapi-server.js');
  write(server, `module.exports = { contentTypes: { lamp: { schema: ${JSON.stringify(lamp)} } } };`);
  return { main: join(app, 'dist/src/main.js'), server };
}

describe('a plugin that is not built', () => {
  it('stops the boot with a sentence, and its table keeps its rows', async () => {
    const { main, server } = cmsWithLighthouse(house.folder);
    const { databaseUrl } = house;
    const whole = await startReadyCms({ databaseUrl, main });
    await house.sql(`insert into lighthouse_lamps (document_id, name) values ('l', 'North mole')`);
    whole.kill('SIGTERM');
    expect(await whole.exited).toBe(0);

    rmSync(server);
    const halved = await startCms({ databaseUrl, main });
    expect(await halved.exited).toBe(1);
    expect(halved.output()).toMatch(
      /^Not loaded: lighthouse\. Install and build it, or take it out of [^\n]*\n$/m,
    );
    expect(halved.output()).not.toContain('    at ');
    expect(await house.sql('select name from lighthouse_lamps')).toEqual([{ name: 'North mole' }]);
  });
});
