import { localeSchema, z } from '@gangway/kit';
import { parsePhoneNumberFromString } from 'libphonenumber-js';

export { sessionSchema as sessionIdSchema } from '../../seating/domain/session.ts';

const longestText = 200;

/** Text of people, kept to the letter; nothing in it is ever run. */
export const text = (max = longestText) => z.string().trim().min(1).max(max);

/** Line breaks and other controls, and what turns the direction of the text around it. */
const deceiving = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u;

/** A name as it stands on tickets and lists: whatever people are called, and nothing that deceives whoever reads it. */
export const personName = () =>
  text()
    .refine((name) => !deceiving.test(name))
    .refine((name) => /\p{L}/u.test(name));

export const idSchema = z.string().min(1).max(64);

export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email().max(254))
  .describe('Kept in lower case');

/** Numbers without a plus are read as Russian ones. */
export const phoneSchema = z
  .string()
  .max(40)
  .transform((written, context) => {
    const phone = parsePhoneNumberFromString(written, { defaultCountry: 'RU', extract: false });
    if (phone?.isValid()) return phone.number as string;
    context.issues.push({ code: 'custom', input: written });
    return z.NEVER;
  })
  .describe('Kept as E.164: +79210000000');

export const customerSchema = z.strictObject({
  fullName: personName(),
  email: emailSchema,
  phone: phoneSchema,
});

export const consentCodes = ['offer', 'personal-data', 'marketing'] as const;
export type ConsentCode = (typeof consentCodes)[number];

/** Channels that a caller may name; the others are given by the staff's and resellers' own routes. */
export const openChannels = ['web', 'miniapp', 'bot'] as const;

export const attributionSchema = z.strictObject({
  channel: z.enum(openChannels).default('web'),
  utm: z
    .strictObject({
      source: text().optional(),
      medium: text().optional(),
      campaign: text().optional(),
      term: text().optional(),
      content: text().optional(),
    })
    .optional(),
  referrer: text(2000).optional(),
  visitorId: text(100).optional(),
  device: text().optional(),
  affiliateCode: text(64).optional(),
});

export type AttributionInput = z.output<typeof attributionSchema>;
export const languageSchema = localeSchema.describe(
  'Of everything the buyer gets; the locale of the request',
);
