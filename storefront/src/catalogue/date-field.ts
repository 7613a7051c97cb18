/** Gives fields for dates a calendar in the page's language, where there is a mouse: a phone has a better one of its own. */
export function defineDateField(): void {
  if (!customElements.get('gangway-date')) customElements.define('gangway-date', DateField);
}

class DateField extends HTMLElement {
  private shown: HTMLElement | undefined;

  connectedCallback(): void {
    const button = this.button;
    if (!button || !button.hidden || !matchMedia('(pointer: fine)').matches) return;
    button.hidden = false;
    button.addEventListener('click', () => void this.toggle());
    this.addEventListener('keydown', ({ key }) => key === 'Escape' && this.close());
    this.addEventListener('focusout', ({ relatedTarget }) => {
      if (relatedTarget instanceof Node && !this.contains(relatedTarget)) this.hide();
    });
  }

  private get button(): HTMLButtonElement | null {
    return this.querySelector('button');
  }

  private get input(): HTMLInputElement {
    return this.querySelector('input') as HTMLInputElement;
  }

  private async toggle(): Promise<void> {
    if (this.shown) return this.close();
    await import('cally');
    const calendar = this.calendar();
    const popover = document.createElement('div');
    popover.className = 'date-popover';
    popover.role = 'dialog';
    popover.ariaLabel = this.dataset.label ?? '';
    popover.append(calendar);
    this.append(popover);
    this.shown = popover;
    calendar.focus();
  }

  private calendar(): HTMLElement {
    const calendar = document.createElement('calendar-date');
    const { value, min } = this.input;
    const settings = {
      value,
      min,
      locale: this.dataset.locale ?? 'ru-RU',
      'first-day-of-week': '1',
      'format-weekday': 'short',
    };
    for (const [name, setting] of Object.entries(settings)) calendar.setAttribute(name, setting);
    const words = this.querySelector<HTMLElement>('.date__words')?.dataset ?? {};
    calendar.append(this.slotted('previous', words.previous ?? ''), this.slotted('next', words.next ?? ''));
    calendar.append(document.createElement('calendar-month'));
    calendar.addEventListener('change', () => this.choose(calendar.value));
    return calendar;
  }

  private slotted(slot: 'previous' | 'next', label: string): HTMLElement {
    const arrow = document.createElement('span');
    arrow.slot = slot;
    arrow.ariaLabel = label;
    arrow.role = 'img';
    arrow.textContent = slot === 'previous' ? '←' : '→';
    return arrow;
  }

  private choose(day: string): void {
    this.input.value = day;
    this.close();
    this.input.dispatchEvent(new Event('change', { bubbles: true }));
  }

  private close(): void {
    if (!this.shown) return;
    this.hide();
    this.button?.focus();
  }

  /** Whoever has gone on to something else keeps the focus there. */
  private hide(): void {
    this.shown?.remove();
    this.shown = undefined;
  }
}
