import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { opening } from '../desk/section-rights.ts';
import { PaymentPage } from './PaymentPage.tsx';
import { PaymentsPage } from './PaymentsPage.tsx';

/** Payments: attempts, notifications of gateways, failures; and the card of one attempt. */
export default function PaymentsApp() {
  return (
    <Page.Protect permissions={opening('payments')}>
      <Routes>
        <Route index element={<PaymentsPage />} />
        <Route path=":id" element={<PaymentPage />} />
      </Routes>
    </Page.Protect>
  );
}
