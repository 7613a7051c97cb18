import { takeNoArguments } from '../no-arguments.ts';
import { reportFailure } from '../report-failure.ts';
import { buildPackages } from './packages.ts';
import { buildPanel, panelIsFresh } from './panel.ts';
import { buildStorefront, storefrontIsFresh } from './storefront.ts';

takeNoArguments('npm run build');

try {
  await buildPackages();
  console.log('The packages are compiled.');
  if (!storefrontIsFresh()) await buildStorefront();
  console.log('The website is built.');
  if (!panelIsFresh()) await buildPanel();
  console.log('The admin panel is built.');
} catch (error) {
  reportFailure(error);
}
