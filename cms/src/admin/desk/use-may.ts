import { useAuth } from '@strapi/strapi/admin';
import { mayIn, type SectionVerb } from './section-rights.ts';

/** Whether the person may see or act in a section of the back office. */
export function useMay(): (section: string, verb: SectionVerb) => boolean {
  const permissions = useAuth('useMay', (auth) => auth.permissions);
  return (section, verb) => mayIn(permissions, section, verb);
}
