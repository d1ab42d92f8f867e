# One image for every service; the command chooses: node dist/apps/fman/src/main.js
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm install --no-save --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev --no-save

FROM node:20-bookworm-slim AS service
WORKDIR /app
# As tools/run.mjs starts the services.
ENV NODE_OPTIONS="--enable-source-maps --max-semi-space-size=64"
ENV NODE_ENV=production ATP_HOST=0.0.0.0 ATP_PORT=3000
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/apps/demo/data ./apps/demo/data
USER node
EXPOSE 3000
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s \
  CMD node -e "fetch('http://127.0.0.1:3000/health/ready').then(a=>process.exit(a.ok?0:1),()=>process.exit(1))"
CMD ["node", "dist/apps/administration/src/main.js"]

FROM nginx:1.27-bookworm AS gateway
COPY --from=build /app/dist/apps/console /usr/share/nginx/html
COPY deploy/gateway/nginx.conf /etc/nginx/nginx.conf
