/** The YooKassa of the sandbox, in the place of buyers and banks. */
export interface Gateway {
  pay(paymentId: string, card?: string): Promise<void>;
  cancel(paymentId: string): Promise<void>;
  /** Puts faults on requests of the API; see the sandbox's page. */
  fault(fault: { operation: string; kind: string; times?: number; delayMs?: number }): Promise<void>;
  clearFaults(): Promise<void>;
  switch(changes: Record<string, unknown>): Promise<void>;
}

export function gatewayAt({
  url,
  shop,
}: {
  url: string;
  shop: { shopId: string; secretKey: string };
}): Gateway {
  const authorization = `Basic ${Buffer.from(`${shop.shopId}:${shop.secretKey}`).toString('base64')}`;
  const command = async (method: string, path: string, body: object = {}) => {
    const response = await fetch(`${url}/control/${path}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(method !== 'GET' && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  };
  return {
    pay: (id, card) => command('POST', `payments/${id}/pay`, card ? { card } : {}),
    cancel: (id) =>
      command('POST', `payments/${id}/cancel`, { party: 'payment_network', reason: 'insufficient_funds' }),
    fault: (fault) => command('POST', 'faults', fault),
    clearFaults: () => command('DELETE', 'faults'),
    switch: (changes) => command('PATCH', 'switches', changes),
  };
}
