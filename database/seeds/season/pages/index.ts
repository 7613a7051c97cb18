import type { PageRecord } from '../records.ts';
import { aboutThisSeason } from './about-this-season.ts';
import { contact } from './contact.ts';
import { offerNebula } from './offer-nebula.ts';
import { offerSlowAhead } from './offer-slow-ahead.ts';
import { personalData } from './personal-data.ts';
import { questions } from './questions.ts';
import { refunds } from './refunds.ts';

export const pages: PageRecord[] = [
  offerSlowAhead,
  offerNebula,
  refunds,
  personalData,
  contact,
  questions,
  aboutThisSeason,
];
