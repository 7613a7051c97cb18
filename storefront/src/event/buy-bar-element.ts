/** Steps aside while the card with the real button is in view: one button at a time. */
class BuyBar extends HTMLElement {
  connectedCallback(): void {
    const button = document.querySelector('#places .button--signal');
    if (!button) return;
    const watch = ([entry]: IntersectionObserverEntry[]) =>
      void this.toggleAttribute('data-away', entry?.isIntersecting === true);
    // What the phone's menu at the bottom covers is not in view.
    new IntersectionObserver(watch, { rootMargin: '0px 0px -100px' }).observe(button);
  }
}

customElements.define('buy-bar', BuyBar);
