import assert from 'node:assert/strict';
import { newId, paymentStates } from '@gangway/kit';
import { failureKind } from './failure-kind.ts';
import type { OpenHarness } from './harness.ts';
import { roubles, startRequest } from './requests.ts';
import { gatewayCase } from './gateway-case.ts';

const price = 150_000;

/** How payments begin, how they are asked about, and how a no differs from silence. */
export const paymentCases = (open: OpenHarness) => [
  ...startCases(open),
  ...stateCases(open),
  ...failureCases(open),
];

const startCases = (open: OpenHarness) => [
  gatewayCase(open, 'a start answers a payment and what the buyer does next', async ({ gateway }) => {
    const started = await gateway.start(startRequest(price));
    assert.ok(started.externalId.length > 0);
    assert.ok(paymentStates.includes(started.state));
    assert.deepEqual(started.amount, roubles(price));
    assert.equal(typeof started.action.type, 'string');
  }),

  gatewayCase(open, 'the same attempt started again is the same payment', async (house) => {
    const request = startRequest(price);
    const first = await house.gateway.start(request);
    const again = await house.gateway.start(request);
    assert.equal(again.externalId, first.externalId);
    assert.deepEqual(again.action, first.action);
    assert.equal(await house.countPayments(), 1);
  }),

  gatewayCase(open, 'two attempts are two payments', async (house) => {
    const one = await house.gateway.start(startRequest(price));
    const other = await house.gateway.start(startRequest(price));
    assert.notEqual(one.externalId, other.externalId);
    assert.equal(await house.countPayments(), 2);
  }),
];

const stateCases = (open: OpenHarness) => [
  gatewayCase(open, 'a payment that was paid is told as succeeded', async ({ gateway, pay }) => {
    const { externalId } = await gateway.start(startRequest(price));
    await pay(externalId);
    const report = await gateway.fetch(externalId);
    assert.equal(report.externalId, externalId);
    assert.equal(report.state, 'succeeded');
    assert.deepEqual(report.amount, roubles(price));
  }),

  gatewayCase(open, 'a payment that was declined is told with its reason', async ({ gateway, decline }) => {
    const { externalId } = await gateway.start(startRequest(price));
    await decline(externalId, 'insufficient_funds');
    const report = await gateway.fetch(externalId);
    assert.ok(['canceled', 'failed', 'expired'].includes(report.state), report.state);
    assert.equal(report.reason, 'insufficient_funds');
  }),

  gatewayCase(open, 'asking about a payment changes nothing', async ({ gateway }) => {
    const { externalId } = await gateway.start(startRequest(price));
    const first = await gateway.fetch(externalId);
    assert.deepEqual(await gateway.fetch(externalId), first);
  }),

  gatewayCase(open, 'an unknown id is a refusal', async ({ gateway }) => {
    assert.equal(await failureKind(gateway.fetch(`unknown-${newId()}`)), 'refused');
  }),
];

const failureCases = (open: OpenHarness) => [
  gatewayCase(open, 'a no is a refusal with their code', async (house) => {
    await house.refuseNextStart();
    assert.equal(await failureKind(house.gateway.start(startRequest(price))), 'refused');
    assert.equal(await house.countPayments(), 0);
  }),

  gatewayCase(open, 'no answer is never taken for a no', async (house) => {
    const request = startRequest(price);
    await house.breakNextStart();
    assert.equal(await failureKind(house.gateway.start(request)), 'unreachable');
    await house.gateway.start(request);
    assert.equal(await house.countPayments(), 1);
  }),

  gatewayCase(open, 'a start whose answer got lost is found again by repeating it', async (house) => {
    if (!house.breakNextStartAfterwards) return;
    const request = startRequest(price);
    await house.breakNextStartAfterwards();
    assert.equal(await failureKind(house.gateway.start(request)), 'unreachable');
    await house.gateway.start(request);
    assert.equal(await house.countPayments(), 1);
  }),
];
