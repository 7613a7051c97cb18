import { packBasket, readBasket, type Basket } from './basket-cookie.ts';

type Keeping = Pick<App.Locals, 'visitor' | 'keep'>;

/** Changes what the browser remembers of the basket; gives the new one. */
export function changeBasket({ visitor, keep }: Keeping, change: (basket: Basket) => Basket): Basket {
  const basket = change(readBasket(visitor.basket));
  const value = packBasket(basket);
  visitor.basket = value;
  keep({ name: 'basket', value });
  return basket;
}
