import { join } from 'node:path';
import { root } from '../root.ts';
import { proofFilesMissing } from '../test/proof.ts';
import { docsProblems } from './pages.ts';

const problems = [...docsProblems(), ...proofFilesMissing(join(root, 'docs', 'proof.md'))];
for (const problem of problems) console.error(problem);
process.exit(problems.length > 0 ? 1 : 0);
