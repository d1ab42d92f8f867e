import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { ServiceDefinition } from './service-definition.js';

/** The OpenAPI document of one service, made from its controllers. */
export function openApiDocument(app: NestFastifyApplication, service: ServiceDefinition): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setTitle(service.title)
    .setVersion('v1')
    .addBearerAuth()
    .addSecurityRequirements('bearer')
    .build();
  return SwaggerModule.createDocument(app, settings, { include: [...service.features] });
}

/** Serves each service's document at `/<service>/v1/openapi.json` and a page to try them at `/docs`. */
export function serveOpenApi(app: NestFastifyApplication, services: readonly ServiceDefinition[]): void {
  const [first] = services;
  if (!first) return;
  const server = app.getHttpAdapter();
  for (const service of services) {
    const document = openApiDocument(app, service);
    server.get(`/${service.path}/v1/openapi.json`, (_request: unknown, reply: { send(body: object): void }) =>
      reply.send(document),
    );
  }
  SwaggerModule.setup('docs', app, openApiDocument(app, first), {
    customSiteTitle: 'FlexOffer Automatic Trading Platform',
    explorer: true,
    swaggerOptions: {
      urls: services.map((service) => ({
        url: `/${service.path}/v1/openapi.json`,
        name: service.title,
      })),
    },
  });
}
