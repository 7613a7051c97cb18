import type { Core } from '@strapi/strapi';
import type { Page } from 'playwright-core';
import type { HouseUnderTest } from '../e2e/house-under-test.ts';

declare global {
  /** The Strapi of this jest worker, loaded and listening. Integration tests only. */
  var strapi: Core.Strapi;
  /** The database of this jest worker, a copy of the small season. Integration tests only. */
  var databaseUrl: string;
  /** Where this worker's Strapi answers, without a slash at the end. Integration tests only. */
  var baseUrl: string;
  /** Where this worker's Strapi sends mail; nobody listens there until a test opens a mailbox. */
  var smtpPort: number;
  /** Node's own `require`, outside jest's sandbox. Integration tests only. */
  var requireOutside: NodeJS.Require;
  /** A page of this test alone, in a context of its own. Browser tests only. */
  var page: Page;
  /** The house that this run started. Browser tests only. */
  var house: HouseUnderTest;
}

export {};
