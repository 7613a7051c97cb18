/** What the tests of the frame ask over HTTP. `baseUrl` is the Strapi of this worker. */

export interface Answer {
  status: number;
  headers: Headers;
  body: {
    data?: unknown;
    error?: {
      code: string;
      message: string;
      details: unknown;
      status: number;
      name: string;
      traceId: string;
    };
  };
}

export async function ask(path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(baseUrl + path, { redirect: 'manual', ...init });
  const text = await response.text();
  const body = text.startsWith('{') ? (JSON.parse(text) as Answer['body']) : {};
  return { status: response.status, headers: response.headers, body };
}

export const codeOf = async (path: string, init: RequestInit = {}): Promise<[number, string | undefined]> => {
  const { status, body } = await ask(path, init);
  return [status, body.error?.code];
};

export const json = (method: string, value: unknown, token?: string): RequestInit => ({
  method,
  headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
  body: typeof value === 'string' ? value : JSON.stringify(value),
});
