/** Steps aside while the card with the real button is in view: one button at a time. */
class BuyBar extends HTMLElement {
  connectedCallback(): void {
    const button = document.querySelector('#places .button--signal');
    if (!button) return;
    new IntersectionObserver(([entry]) => {
      this.toggleAttribute('data-away', entry?.isIntersecting === true);
    }).observe(button);
  }
}

customElements.define('buy-bar', BuyBar);
