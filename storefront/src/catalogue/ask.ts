interface Answered<Data> {
  data?: Data;
  response: Response;
}

/** What cms said, how old it is in seconds when cms itself is away, or that nobody knows. */
export type Said<Data> = { data: Data; staleFor: number } | { data: undefined; staleFor: 0 };

/** A page that only shows things goes on without an answer: it says so instead of failing. */
export async function ask<Data>(question: Promise<Answered<Data>>): Promise<Said<Data>> {
  const answer = await question.catch(() => undefined);
  if (!answer?.data) return { data: undefined, staleFor: 0 };
  return { data: answer.data, staleFor: Number(answer.response.headers.get('gangway-stale') ?? 0) };
}
