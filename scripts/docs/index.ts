import { docsProblems } from './pages.ts';

const problems = docsProblems();
for (const problem of problems) console.error(problem);
process.exit(problems.length > 0 ? 1 : 0);
