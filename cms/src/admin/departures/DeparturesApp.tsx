import { Page } from '@strapi/strapi/admin';
import { Route, Routes } from 'react-router-dom';
import { opening } from '../desk/section-rights.ts';
import { DeparturePage } from './DeparturePage.tsx';

/** A departure with its orders, and what can be done with all of them at once. */
export default function DeparturesApp() {
  return (
    <Page.Protect permissions={opening('orders')}>
      <Routes>
        <Route path=":id" element={<DeparturePage />} />
      </Routes>
    </Page.Protect>
  );
}
