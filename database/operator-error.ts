/** An error whose message is one sentence that tells the operator what to do. */
export interface OperatorError extends Error {
  code: string;
  operator: true;
}

export const operatorError = (code: string, message: string, cause?: unknown): OperatorError =>
  Object.assign(new Error(message, { cause }), { code, operator: true } as const);
