/** An error whose message is one sentence that tells the operator what to do; its stack is of no use to them. */
export interface OperatorError extends Error {
  operator: true;
  code: string;
}

export const operatorError = (code: string, message: string): OperatorError =>
  Object.assign(new Error(message), { operator: true, code } as const);

/** Recognised by its mark: other rooms and packages throw their own. */
export const isOperatorError = (error: unknown): error is OperatorError =>
  error instanceof Error && 'operator' in error && error.operator === true;
