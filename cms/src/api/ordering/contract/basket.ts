import { z } from '@gangway/kit';
import { mostPieces } from '../domain/basket.ts';
import { idSchema, personName, sessionIdSchema, text } from './buyer.ts';

const passengerSchema = z.strictObject({
  holdId: idSchema,
  seatCode: idSchema.optional().describe('Without it the passenger takes any ticket of the type in the hold'),
  ticketTypeId: idSchema,
  fullName: personName(),
  birthDate: z.iso.date().optional(),
  document: text(64).optional(),
});

/** What a quote and an order are asked for; business rules beyond shapes are the domain's. */
export const basketFields = {
  sessionId: sessionIdSchema.optional().describe('Or the header Gangway-Session'),
  holdIds: z
    .array(idSchema)
    .max(50)
    .optional()
    .describe('Without it all live holds of the session; an empty list is none'),
  lines: z
    .array(z.strictObject({ productId: idSchema, quantity: z.int().min(1).max(mostPieces) }))
    .max(20)
    .default([])
    .describe(`Products; ${mostPieces} pieces of one at most, in however many lines`),
  seatTypes: z
    .array(z.strictObject({ holdId: idSchema, seatCode: idSchema, ticketTypeId: idSchema }))
    .max(200)
    .default([])
    .describe('Without one a seat is sold as the first type of the event that takes a place'),
  passengers: z.array(passengerSchema).max(200).default([]).describe('Where the activity asks for them'),
  promoCode: text(40).optional().describe('Upper and lower case are the same'),
};

export type BasketInput = z.output<z.ZodObject<typeof basketFields>>;
