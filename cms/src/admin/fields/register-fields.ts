import type { StrapiApp } from '@strapi/strapi/admin';
import type { ComponentType } from 'react';
import { CheckCircle, Earth, GridFour, PriceTag } from '@strapi/icons';
import { panelWords, type PanelWord } from '../words/panel-words.ts';
import YesNoInput from './boolean/YesNoInput.tsx';
import WholeNumberInput from './whole-number/WholeNumberInput.tsx';
import ZonedTimeInput from './zoned-time/ZonedTimeInput.tsx';

const intl = (id: PanelWord) => ({ id: `panel.${id}`, defaultMessage: panelWords[id].en });
const named = (id: PanelWord) => ({ intlLabel: intl(id), intlDescription: intl(id) });

// Strapi types an input as a component without props and gives it its props all the same.
const lazily = (load: () => Promise<{ default: unknown }>) =>
  load as () => Promise<{ default: ComponentType }>;

/** The inputs of the columns that `src/frame/custom-fields.ts` declares, of times, whole numbers and yes or no everywhere. */
export function registerFields(app: StrapiApp): void {
  app.customFields.register([
    {
      name: 'localized-text',
      type: 'json',
      icon: Earth,
      ...named('field.localizedText'),
      components: { Input: lazily(() => import('./localized-text/LocalizedTextInput.tsx')) },
    },
    {
      name: 'money',
      type: 'integer',
      icon: PriceTag,
      ...named('field.money'),
      components: { Input: lazily(() => import('./money/MoneyInput.tsx')) },
    },
    {
      name: 'choice',
      type: 'string',
      icon: CheckCircle,
      ...named('field.choice'),
      components: { Input: lazily(() => import('./choice/ChoiceInput.tsx')) },
    },
    {
      name: 'seating-geometry',
      type: 'json',
      icon: GridFour,
      ...named('field.seatingGeometry'),
      components: { Input: lazily(() => import('./seating-geometry/SeatingGeometryInput.tsx')) },
    },
  ]);
  app.addFields([
    { type: 'datetime', Component: ZonedTimeInput as ComponentType },
    { type: 'boolean', Component: YesNoInput as ComponentType },
    { type: 'integer', Component: WholeNumberInput as ComponentType },
  ]);
}
