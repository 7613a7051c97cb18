import { projects } from '../test/jest/projects.js';

const [unit] = projects;

/** The unit project without its name; which tests belong to a part comes with the part. */
const { displayName: _, ...settings } = unit;

export default { ...settings, rootDir: '../..' };
