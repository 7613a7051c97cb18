import { projects } from './scripts/test/jest/projects.js';

/** `npm test` runs these one after the other; `npx jest --selectProjects unit <part of a path>` runs some of them. */
export default { projects, testTimeout: 240_000 };
