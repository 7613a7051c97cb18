import { describe, expect, it } from '@jest/globals';
import { pageNumbers } from './pages.ts';

describe('numbers of pages', () => {
  it.each([
    [{ page: 1, last: 1 }, [1]],
    [{ page: 1, last: 3 }, [1, 2, 3]],
    [{ page: 1, last: 58 }, [1, 2, undefined, 58]],
    [{ page: 4, last: 58 }, [1, 2, 3, 4, 5, undefined, 58]],
    [{ page: 30, last: 58 }, [1, undefined, 29, 30, 31, undefined, 58]],
    [{ page: 58, last: 58 }, [1, undefined, 57, 58]],
  ])('of %j', (place, numbers) => {
    expect(pageNumbers(place)).toEqual(numbers);
  });
});
