import { fakeHarness, gatewayConformance } from '@gangway/payments/testing';
import { fakeGateway } from './provider.ts';
import { openBank } from './bank.ts';

describe('the fake gateway keeps the contract', () => {
  it.each(gatewayConformance(fakeHarness).map(({ name, run }) => [name, run] as const))('%s', (_, run) =>
    run(),
  );
});

describe('the conformance suite', () => {
  const broken = (change: (harness: Awaited<ReturnType<typeof fakeHarness>>) => object) =>
    gatewayConformance(async () => {
      const harness = await fakeHarness();
      return { ...harness, ...change(harness) };
    });

  const failing = async (cases: ReturnType<typeof gatewayConformance>) => {
    const results = await Promise.all(
      cases.map(({ name, run }) =>
        run().then(
          () => undefined,
          () => name,
        ),
      ),
    );
    return results.filter(Boolean);
  };

  it('reports a gateway that begins a second payment', async () => {
    const cases = broken(({ gateway }) => {
      const state = { starts: 0 };
      const start: typeof gateway.start = (request) => {
        state.starts += 1;
        return gateway.start({ ...request, attemptId: `${request.attemptId}${state.starts}` });
      };
      return { gateway: { ...gateway, start } };
    });
    expect(await failing(cases)).toContain('the same attempt started again is the same payment');
  });

  it('reports a gateway that takes silence for a no', async () => {
    const bank = openBank();
    bank.fail('start', 'refuse');
    const cases = broken(() => ({ gateway: fakeGateway(bank), breakNextStart: () => Promise.resolve() }));
    expect(await failing(cases)).toContain('no answer is never taken for a no');
  });

  it('reports a gateway that believes everybody', async () => {
    const cases = broken(({ gateway }) => ({
      gateway: {
        ...gateway,
        readNotice: () => ({ dedupeKey: 'k', event: 'e', about: 'payment', externalId: 'x' }) as const,
      },
    }));
    expect(await failing(cases)).toContain('what is not from them is not read');
  });
});
