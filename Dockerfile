# Two images: `docker build --target cms .` and `docker build --target storefront .`. No stage knows a secret; the
# build makes up its own, and none of them goes into what it builds.

FROM node:24.21.0-bookworm-slim AS manifests
WORKDIR /gangway
ENV STRAPI_TELEMETRY_DISABLED=true ASTRO_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./
COPY cms/package.json cms/
COPY client/package.json client/
COPY config/package.json config/
COPY database/package.json database/
COPY storefront/package.json storefront/
COPY plugins/audit-log/package.json plugins/audit-log/
COPY plugins/jobs/package.json plugins/jobs/
COPY plugins/kit/package.json plugins/kit/
COPY plugins/notifications/package.json plugins/notifications/
COPY plugins/payments/package.json plugins/payments/
COPY plugins/sandbox/package.json plugins/sandbox/

# The scripts that package.json allows serve embedded PostgreSQL and the tests: an image runs none of them.
FROM manifests AS build
RUN npm install --ignore-scripts
COPY . .
RUN node scripts/compile/index.ts

FROM manifests AS production
RUN npm install --omit=dev --ignore-scripts && npm cache clean --force

FROM production AS runtime
ENV NODE_ENV=production GANGWAY_ENV_FILE=off HOST=0.0.0.0 TZ=UTC
COPY --from=build /gangway/config config
COPY --from=build /gangway/plugins plugins

FROM runtime AS cms
ENV STRAPI_DISABLE_EE=true FILES_DIR=/var/lib/gangway/files METRICS_HOST=0.0.0.0
# As `npm start` does it: scripts/start/memory-settings.ts says why.
ENV NODE_OPTIONS=--max-semi-space-size=16 MALLOC_ARENA_MAX=2 MALLOC_MMAP_THRESHOLD_=1048576 MALLOC_TRIM_THRESHOLD_=4194304
COPY --from=build /gangway/database database
COPY --from=build /gangway/cms/dist cms/dist
COPY --from=build /gangway/cms/public cms/public
COPY --from=build /gangway/cms/favicon.png cms/favicon.png
# Strapi writes a note about updates and makes a folder for migrations beside its package.json.
RUN mkdir -p "$FILES_DIR/uploads" && chown -R node:node /var/lib/gangway cms/public && chown node:node cms
USER node
WORKDIR /gangway/cms
EXPOSE 1337 9464
HEALTHCHECK --interval=5s --timeout=3s --start-period=120s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.CMS_PORT || 1337}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/src/main.js"]

FROM runtime AS storefront
COPY --from=build /gangway/client client
COPY --from=build /gangway/storefront storefront
USER node
WORKDIR /gangway/storefront
EXPOSE 4321
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.STOREFRONT_PORT || 4321}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "server/main.ts"]
