/** Down to the end of the path: below a departure there are places, and whose they are depends on who asks. */
const shared =
  /^\/api\/((site|contacts|products|pages)(\/[^/]+)?|events(\/[^/]+(\/(seat-layout|ticket-types|prices))?)?)\/?$/;

/** Whether the API answers the same to everybody, so that it may be kept. */
export const isSharedPath = (path: string): boolean => shared.test(path);
