/** Brings the departure of the page into the middle of the strip, without moving the page itself. */
class EventDates extends HTMLElement {
  connectedCallback(): void {
    const list = this.querySelector('ol');
    const here = this.querySelector<HTMLElement>('[aria-current]')?.parentElement;
    if (list && here)
      list.scrollLeft = here.offsetLeft - list.offsetLeft - (list.clientWidth - here.clientWidth) / 2;
  }
}

customElements.define('event-dates', EventDates);
