# One image for the portal and the reconciler; the command says which.
FROM node:24-bookworm-slim AS build
WORKDIR /fairlead
COPY . .
RUN npm ci && npm run generate && npm run build && npm prune --omit=dev

FROM node:24-bookworm-slim
WORKDIR /fairlead
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1
COPY --from=build --chown=root:root /fairlead /fairlead
USER 65532:65532
EXPOSE 3000
CMD ["npm", "run", "portal"]
