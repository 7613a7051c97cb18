import type { paths } from '@gangway/client/api';

type Json<Responses, Status extends keyof Responses> = Responses[Status] extends {
  content: { 'application/json': { data: infer Data } };
}
  ? Data
  : never;

type Get<Path extends keyof paths> = paths[Path] extends { get: { responses: infer Responses } }
  ? Json<Responses, 200 & keyof Responses>
  : never;

type Post<Path extends keyof paths> = paths[Path] extends { post: { responses: infer Responses } }
  ? Json<Responses, (200 | 201) & keyof Responses>
  : never;

export type Quote = Post<'/api/quotes'>;
export type QuoteLine = Quote['lines'][number];
export type EventCard = Get<'/api/events/{id}'>;
export type SeatLayout = Get<'/api/events/{id}/seat-layout'>;
export type PriceList = Get<'/api/events/{id}/prices'>;
export type Product = Get<'/api/products'>[number];
export type Order = Get<'/api/orders/{id}'>;
export type OrderLine = Order['lines'][number];
export type OrderTicket = Get<'/api/orders/{id}/tickets'>[number];
export type RefundQuote = Get<'/api/orders/{id}/refund-quote'>;
export type RefundRequest = RefundQuote['requests'][number];
export type PaymentMethod = Get<'/api/payment-methods'>[number];
export type PaymentView = Get<'/api/payments/{id}'>;
export type StartedPayment = Post<'/api/payments'>;
