import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

describe('the heap of a calm process', () => {
  it('is collected though nothing else would make V8 do it', async () => {
    const program = [
      '--expose-gc',
      '--disable-warning=MODULE_TYPELESS_PACKAGE_JSON',
      join(__dirname, 'full-heap.ts'),
    ];
    const { stdout } = await promisify(execFile)(process.execPath, program, { timeout: 60_000 });
    expect(stdout).toBe('what a rush left is gone, 400000 objects are alive\n');
  });
});
