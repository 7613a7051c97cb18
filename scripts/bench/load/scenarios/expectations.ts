/** How an answer shows that it is the one to its question. */
export type Expectation =
  | { kind: 'list'; locale: Language; page: number; pageSize: number; category?: string; day?: string }
  | { kind: 'card'; locale: Language; id: string }
  | { kind: 'stock list'; page: number; pageSize: number; locale: string }
  | { kind: 'stock card'; id: string }
  | { kind: 'orders'; page: number; pageSize: number; state?: string; holds?: string };

export type Language = 'ru' | 'en' | 'zh';

interface Item {
  id?: unknown;
  documentId?: unknown;
  activity?: { title?: unknown };
  startAt?: unknown;
  status?: unknown;
}

interface Answer {
  data?: Item | Item[];
  meta?: {
    page?: number;
    pageSize?: number;
    total?: number;
    pagination?: { page: number; pageSize: number };
  };
}

const letters: Record<Language, RegExp> = { ru: /[а-яё]/i, en: /[a-z]/i, zh: /\p{Script=Han}/u };

/** @returns what is wrong, undefined when nothing is */
export function complaintOf(json: unknown, expect: Expectation): string | undefined {
  const answer = json as Answer;
  switch (expect.kind) {
    case 'list':
      return listComplaint(answer, expect);
    case 'card':
      return cardComplaint(answer, expect);
    case 'stock list':
      return stockListComplaint(answer, expect);
    case 'stock card':
      return (answer.data as Item | undefined)?.documentId === expect.id ? undefined : 'another document';
    case 'orders':
      return ordersComplaint(answer, expect);
  }
}

const titleOf = ({ activity }: Item) => String(activity?.title);

type Of<Kind extends Expectation['kind']> = Extract<Expectation, { kind: Kind }>;

function listComplaint({ data, meta }: Answer, { page, pageSize, locale, day }: Of<'list'>) {
  if (!Array.isArray(data) || meta === undefined) return 'no list';
  if (meta.page !== page || meta.pageSize !== pageSize) return 'another page';
  if (data.length !== rowsOfPage(meta.total ?? 0, page, pageSize)) return 'rows are missing';
  if (new Set(data.map(({ id }) => id)).size !== data.length) return 'a row twice';
  if (!data.every((item) => letters[locale].test(titleOf(item)))) return 'another language';
  if (day !== undefined && !data.every(({ startAt }) => String(startAt).startsWith(day)))
    return 'another day';
  return undefined;
}

/** What a page of so many rows holds. */
export function rowsOfPage(total: number, page: number, pageSize: number): number {
  return Math.max(0, Math.min(pageSize, total - (page - 1) * pageSize));
}

function cardComplaint({ data }: Answer, { id, locale }: Of<'card'>) {
  const card = data as Item | undefined;
  if (card?.id !== id) return 'another departure';
  return letters[locale].test(titleOf(card)) ? undefined : 'another language';
}

function stockListComplaint({ data, meta }: Answer, { page, pageSize }: Of<'stock list'>) {
  if (!Array.isArray(data)) return 'no list';
  if (meta?.pagination?.page !== page || meta.pagination.pageSize !== pageSize) return 'another page';
  return data.length === pageSize && data.every(({ documentId }) => typeof documentId === 'string')
    ? undefined
    : 'rows are missing';
}

function ordersComplaint({ data, meta }: Answer, { page, pageSize, state, holds }: Of<'orders'>) {
  if (!Array.isArray(data) || meta === undefined) return 'no list';
  if (meta.page !== page || meta.pageSize !== pageSize) return 'another page';
  if (data.length !== rowsOfPage(meta.total ?? 0, page, pageSize)) return 'rows are missing';
  if (state !== undefined && !data.every(({ status }) => status === state)) return 'another state';
  if (holds === undefined) return undefined;
  return data.length > 0 && data.every((row) => JSON.stringify(row).includes(holds))
    ? undefined
    : 'rows that were not asked for';
}
