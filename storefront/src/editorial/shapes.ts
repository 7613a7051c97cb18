import type { paths } from '@gangway/client/api';

type Answer<Path extends '/api/pages/{slug}' | '/api/contacts' | '/api/preview'> =
  paths[Path]['get']['responses'][200]['content']['application/json']['data'];

export type PageText = Answer<'/api/pages/{slug}'>;
export type Contacts = Answer<'/api/contacts'>;
export type Preview = Answer<'/api/preview'>;
export type ActivityPreview = Extract<Preview, { type: 'activity' }>['activity'];
