import { formatMoney, type Money } from '@gangway/client/format';
import type { Locale } from '@gangway/client/words';

/** Steppers, the running sum and prices by zone; without it the form is plain numbers and works as well. */
class PlacesForm extends HTMLElement {
  private key = randomKey();

  connectedCallback(): void {
    this.addEventListener('click', (event) => this.step(event));
    this.addEventListener('input', () => this.draw());
    this.drawKey();
    window.addEventListener('pageshow', ({ persisted }) => this.drawKey(persisted));
    this.draw();
    this.querySelector<HTMLElement>('#refused')?.focus({ preventScroll: true });
  }

  /**
   * Made here: the page is kept for everybody, and of this number a session comes. Whoever goes back to the page gets
   * another one, whatever the browser has kept in the field: it may be somebody else, after a log-out.
   */
  private drawKey(isShownAgain = false): void {
    if (isShownAgain) this.key = randomKey();
    const input = this.querySelector<HTMLInputElement>('input[name=key]');
    if (input) input.value = this.key;
  }

  private get inputs(): HTMLInputElement[] {
    return [...this.querySelectorAll<HTMLInputElement>('input[type=number]')];
  }

  private step({ target }: Event): void {
    const button = (target as Element).closest<HTMLButtonElement>('[data-step]');
    const input = button?.parentElement?.querySelector('input');
    if (!button || !input) return;
    input.value = String(Math.max(0, countOf(input) + Number(button.dataset.step)));
    this.draw();
  }

  private draw(): void {
    const total = this.inputs.reduce((sum, input) => sum + countOf(input), 0);
    const isFull = total >= Number(this.dataset.most);
    for (const row of this.querySelectorAll<HTMLElement>('.type')) {
      const count = countOf(row.querySelector('input'));
      for (const button of row.querySelectorAll<HTMLButtonElement>('[data-step]'))
        button.disabled = button.dataset.step === '1' ? isFull : count === 0;
      this.drawPrice(row.querySelector<HTMLElement>('[data-prices]'));
    }
    const output = this.querySelector('output');
    if (output) output.value = total > 0 ? this.money(this.sum()) : '—';
  }

  private drawPrice(price: HTMLElement | null): void {
    const zone = this.querySelector<HTMLInputElement>('input[name=zone]:checked')?.value;
    if (!price || !zone) return;
    const amount = (JSON.parse(price.dataset.prices ?? '{}') as Record<string, number | null>)[zone];
    if (amount === undefined || amount === null) return;
    price.dataset.price = String(amount);
    price.textContent = this.money(amount);
  }

  private sum(): number {
    return [...this.querySelectorAll<HTMLElement>('.type')].reduce(
      (sum, row) =>
        sum +
        countOf(row.querySelector('input')) *
          Number(row.querySelector<HTMLElement>('[data-price]')?.dataset.price),
      0,
    );
  }

  private money(amount: number): string {
    const currency = this.dataset.currency as Money['currency'];
    if (amount === 0) return this.querySelector('output')?.dataset.free ?? '0';
    return formatMoney({ amount, currency }, this.dataset.locale as Locale);
  }
}

const randomKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(24)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

const countOf = (input: HTMLInputElement | null): number => {
  const count = Number(input?.value);
  return Number.isInteger(count) && count > 0 ? count : 0;
};

customElements.define('places-form', PlacesForm);
