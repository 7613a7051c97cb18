export { SeatMap, type SeatMapProps } from './view/SeatMap.tsx';
export type { Layout, Price, TicketType } from './model/layout.ts';
export type { Tariff } from './model/prices.ts';
export type { HeldCount, Hold } from './model/state.ts';
export type { Shop } from './live/shop.ts';
export { SeatMapSample } from './view/SeatMapSample.tsx';
