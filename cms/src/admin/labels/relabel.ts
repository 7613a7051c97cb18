import { readLocalized } from '../fields/localized-text/localized-value.ts';
import type { Locale } from '../words/language.ts';
import { fieldWords, typeWords } from '../words/type-words.ts';

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

type NamedType = { uid: string; info: { displayName: string } };
export type InitialData = { contentTypes: NamedType[] };

/** The types with their names in one language: headings, lists of types and the trail of relations show them. */
export function renameTypes(data: InitialData, locale: Locale): InitialData {
  return { ...data, contentTypes: data.contentTypes.map((type) => renamed(type, locale)) };
}

function renamed(type: NamedType, locale: Locale): NamedType {
  const displayName = typeWords[type.uid]?.name[locale];
  return displayName ? { ...type, info: { ...type.info, displayName } } : type;
}

type NamedRecord = { label?: unknown; name?: unknown };
export type OpenedRecord = { data?: NamedRecord | null };

/** A record's heading is its label, which is computed in Russian; where it has a name in three languages, that one. */
export function nameRecord(answer: OpenedRecord, locale: Locale): OpenedRecord {
  const { data } = answer;
  const names = readLocalized(data?.name);
  if (!data || !names[locale] || data.label !== names.ru) return answer;
  return { ...answer, data: { ...data, label: names[locale] } };
}

type PermissionNode = { label: string; value?: string; children?: PermissionNode[] };
type Subject = { uid: string; label: string; properties: PermissionNode[] };
type Subjects = { subjects: Subject[] };
export type PermissionLayout = { sections: { collectionTypes: Subjects; singleTypes: Subjects } };

/** The page of a role names types and attributes too. */
export function renamePermissions(layout: PermissionLayout, locale: Locale): PermissionLayout {
  const { collectionTypes, singleTypes } = layout.sections;
  const sections = {
    ...layout.sections,
    collectionTypes: renameSubjects(collectionTypes, locale),
    singleTypes: renameSubjects(singleTypes, locale),
  };
  return { ...layout, sections };
}

const renameSubjects = (section: Subjects, locale: Locale): Subjects => ({
  ...section,
  subjects: section.subjects.map((subject) => ({
    ...subject,
    label: typeWords[subject.uid]?.name[locale] ?? subject.label,
    properties: subject.properties.map((node) => renameNode({ node, uid: subject.uid, locale })),
  })),
});

function renameNode({
  node,
  uid,
  locale,
}: {
  node: PermissionNode;
  uid: string;
  locale: Locale;
}): PermissionNode {
  const label = fieldWords(uid, node.value ?? '')?.label[locale] ?? node.label;
  const children = node.children?.map((child) => renameNode({ node: child, uid, locale }));
  return { ...node, label, ...(children ? { children } : {}) };
}
