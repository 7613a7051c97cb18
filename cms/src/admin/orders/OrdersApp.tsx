import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { opening } from '../desk/section-rights.ts';
import { OrderPage } from './OrderPage.tsx';
import { OrdersPage } from './OrdersPage.tsx';

/** Orders: the list, and the card of one. */
export default function OrdersApp() {
  return (
    <Page.Protect permissions={opening('orders')}>
      <Routes>
        <Route index element={<OrdersPage />} />
        <Route path=":id" element={<OrderPage />} />
      </Routes>
    </Page.Protect>
  );
}
