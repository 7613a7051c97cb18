import { useEffect, useLayoutEffect } from 'react';

/** Before the browser paints; the server does not paint. */
export const useLayout = typeof document === 'undefined' ? useEffect : useLayoutEffect;
