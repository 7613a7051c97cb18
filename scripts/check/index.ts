import { takeNoArguments } from '../no-arguments.ts';
import { seconds } from '../start/progress.ts';
import { commitLanes } from './checks.ts';
import { runLanes } from './lanes.ts';

takeNoArguments('npm run check');

const began = performance.now();
const outcomes = await runLanes(commitLanes());
const failed = outcomes.filter(({ ok }) => !ok);
console.log(
  `\n${failed.length === 0 ? 'All is well' : `${failed.length} of ${outcomes.length} failed`}, ${seconds(performance.now() - began)}`,
);
process.exit(failed.length === 0 ? 0 : 1);
