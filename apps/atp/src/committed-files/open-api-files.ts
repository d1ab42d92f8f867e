import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { openApiDocument, type ServiceDefinition } from '#service';

/** One OpenAPI document a service, by the path of its file. */
export function openApiFiles(
  app: NestFastifyApplication,
  services: readonly ServiceDefinition[],
): ReadonlyMap<string, string> {
  return new Map(
    services.map((service) => [
      `docs/openapi/${service.path}.json`,
      `${JSON.stringify(openApiDocument(app, service), null, 2)}\n`,
    ]),
  );
}
