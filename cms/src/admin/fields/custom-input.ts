import type { ReactNode } from 'react';

/** What the Content Manager hands to the input of a custom field. */
export type CustomInputProps<Value> = {
  name: string;
  label: string;
  hint?: ReactNode;
  labelAction?: ReactNode;
  required?: boolean;
  disabled?: boolean;
  placeholder?: string;
  attribute: { options?: Record<string, unknown> };
  value: Value | null | undefined;
  /** A sentence, already translated. */
  error?: string;
  /** The error as the form holds it; an object when parts of the value have errors of their own. */
  rawError?: unknown;
  onChange: (name: string, value: unknown) => void;
};

/** The path of another attribute of the same record: `amount` → `currency`. */
export const siblingPath = (name: string, sibling: string): string =>
  [...name.split('.').slice(0, -1), sibling].join('.');
