/** The form of a POST. What is no form at all is one that nobody filled in, and its page says what is missing. */
export const sentForm = (request: Request): Promise<FormData> =>
  request.formData().catch(() => new FormData());
