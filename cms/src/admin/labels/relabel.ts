import type { Locale } from '../words/language.ts';
import { fieldWords } from '../words/type-words.ts';

type Metadata = { edit: Record<string, unknown>; list: Record<string, unknown> };
export type TypeConfiguration = { contentType: { uid: string; metadatas: Record<string, Metadata> } };

/**
 * The configuration of a type with labels and hints in one language. Strapi keeps one label per attribute for
 * everybody and shows it in its pickers, filters and "configure the view": ours take its place.
 */
export function relabelConfiguration(data: TypeConfiguration, locale: Locale): TypeConfiguration {
  const { uid, metadatas } = data.contentType;
  const relabelled = Object.entries(metadatas).map(([name, metadata]) => [
    name,
    relabel({ uid, name, metadata, locale }),
  ]);
  return { ...data, contentType: { ...data.contentType, metadatas: Object.fromEntries(relabelled) } };
}

type Attribute = { uid: string; name: string; metadata: Metadata; locale: Locale };

function relabel({ uid, name, metadata, locale }: Attribute): Metadata {
  const words = fieldWords(uid, name);
  if (!words) return metadata;
  const label = words.label[locale];
  const description = words.hint?.[locale] ?? metadata.edit.description;
  const edit = 'label' in metadata.edit ? { ...metadata.edit, label, description } : metadata.edit;
  return { edit, list: { ...metadata.list, label } };
}
