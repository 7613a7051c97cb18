import { html, pick } from '@gangway/kit';
import type { Html, Locale, SandboxService } from '@gangway/kit';
import { texts } from './texts.ts';

/** Whom the sandbox stands in for. */
export function servicesCard({
  locale,
  services,
}: {
  locale: Locale;
  services: readonly SandboxService[];
}): Html {
  const t = texts[locale];
  return html`<section aria-labelledby="services-title">
    <h2 id="services-title">${t.services}</h2>
    ${
      services.length === 0
        ? nobody(locale)
        : html`<ul class="services">
            ${services.map((service) => entry(service, locale))}
          </ul>`
    }
  </section>`;
}

function entry({ id, title, summary }: SandboxService, locale: Locale): Html {
  return html`<li class="card">
    <h3><a href="/${id}/?locale=${locale}">${pick(title, locale)}</a></h3>
    <p class="soft">${pick(summary, locale)}</p>
  </li>`;
}

function nobody(locale: Locale): Html {
  const t = texts[locale];
  return html`<div class="empty">
    <p><strong>${t.noServices}</strong></p>
    <p class="soft">${t.noServicesLead}</p>
  </div>`;
}
