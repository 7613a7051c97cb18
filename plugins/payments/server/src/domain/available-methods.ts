import type { Localized, Money, Served } from '@gangway/kit';
import type { PayableFacts } from '../../../contract/payable.ts';
import type { MethodSetting } from '../../../contract/payments.ts';

/** A gateway of this process, as far as rules look at it. */
export type OfferedGateway = Served & { key: string; title: Localized; capabilities: readonly string[] };

/** A way to pay that this buyer may choose. */
export type AvailableMethod = {
  method: string;
  provider: string;
  variant?: string;
  title: Localized;
  holdMinutes: number;
};

export type MethodQuestion = {
  facts: PayableFacts;
  amount: Money;
  gateways: readonly OfferedGateway[];
  settings: readonly MethodSetting[];
};

/** A gateway with it is offered only where managers switch it on: cash, transfers, crypto. */
const optIn = 'opt-in';
/** May take digital goods only, as Telegram Stars. */
const digitalOnly = 'digital-only';
const physicalOnly = 'physical-only';
const defaultHoldMinutes = 60;

/** In the order in which they are shown. Gateways that managers have said nothing about come last, by their titles. */
export function availableMethods(question: MethodQuestion): AvailableMethod[] {
  const { settings, gateways } = question;
  const chosen = settings
    .filter((setting) => isOpen(setting, question))
    .toSorted((one, other) => one.position - other.position)
    .flatMap((setting) => settingMethod(setting, question));
  const mentioned = new Set(settings.map(({ key }) => partsOf(key).provider));
  const others = gateways.filter((gateway) => !mentioned.has(gateway.key) && byItself(gateway, question));
  return [...chosen, ...others.map(unmentioned)];
}

/** `yookassa:sbp` → `yookassa`, `sbp`. */
export function partsOf(method: string): { provider: string; variant?: string } {
  const [provider = '', ...rest] = method.split(':');
  return rest.length > 0 ? { provider, variant: rest.join(':') } : { provider };
}

function isOpen(setting: MethodSetting, { facts, amount }: MethodQuestion): boolean {
  const { enabled, channels, minAmount, maxAmount, currency } = setting;
  if (!enabled) return false;
  if (channels.length > 0 && !channels.includes(facts.channel)) return false;
  if (minAmount === null && maxAmount === null) return true;
  return (
    currency === amount.currency &&
    amount.amount >= (minAmount ?? 0) &&
    amount.amount <= (maxAmount ?? Infinity)
  );
}

function settingMethod(setting: MethodSetting, question: MethodQuestion): AvailableMethod[] {
  const parts = partsOf(setting.key);
  const gateway = question.gateways.find(({ key }) => key === parts.provider);
  if (!gateway || !fits(gateway, question)) return [];
  return [{ method: setting.key, ...parts, title: setting.names, holdMinutes: setting.holdMinutes }];
}

const byItself = (gateway: OfferedGateway, question: MethodQuestion) =>
  !gateway.capabilities.includes(optIn) && fits(gateway, question);

function fits(gateway: OfferedGateway, { facts, amount }: MethodQuestion): boolean {
  const { capabilities, countries, currencies } = gateway;
  if (countries && !countries.includes(facts.country)) return false;
  if (currencies && !currencies.includes(amount.currency)) return false;
  return !capabilities.includes(facts.fulfilment === 'physical' ? digitalOnly : physicalOnly);
}

const unmentioned = ({ key, title }: OfferedGateway): AvailableMethod => ({
  method: key,
  provider: key,
  title,
  holdMinutes: defaultHoldMinutes,
});
