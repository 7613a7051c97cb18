import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { localeOf, type Locale } from './language.ts';
import { panelWords, type PanelWord } from './panel-words.ts';

type Values = Record<string, string | number>;

export type Say = (id: PanelWord, values?: Values) => string;

/** Our texts in the language of the panel, and that language in the catalogue's and the browser's spelling. */
export function useWords(): { say: Say; locale: Locale; tag: string } {
  const { formatMessage, locale: tag } = useIntl();
  const say = useCallback<Say>(
    (id, values) => formatMessage({ id: `panel.${id}`, defaultMessage: panelWords[id].en }, values),
    [formatMessage],
  );
  return { say, locale: localeOf(tag), tag };
}
