import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import fastifyStatic from '@fastify/static';
import type { Configuration } from '#configuration';
import { DurableTransport } from '#messaging';
import { StructuredLogger } from '#observability';
import { httpServer } from './http-server.js';
import { serveOpenApi } from './open-api.js';
import { closePlatform, openPlatform, type Platform } from './platform.js';
import { PlatformModule } from './platform.module.js';
import type { ServiceDefinition } from './service-definition.js';

/** A process that serves. */
export interface RunningServices {
  readonly app: NestFastifyApplication;
  readonly platform: Platform;
  /** For example `http://127.0.0.1:3000`. */
  readonly url: string;
  /** Stops taking, finishes what is under way, closes. */
  close(): Promise<void>;
}

@Module({})
class ProcessModule {}

/**
 * Runs services in this process: one of them, or all. They meet only in the database, the queues and HTTP,
 * so they cannot tell the difference.
 *
 * @param pages a folder of web pages to serve at `/`
 */
export async function runServices(
  services: readonly ServiceDefinition[],
  configuration: Configuration,
  databaseUrl: string,
  pages?: string,
): Promise<RunningServices> {
  const logger = new StructuredLogger(configuration.logLevel);
  const platform = await openPlatform(
    configuration,
    databaseUrl,
    services.map((service) => service.storage),
  );
  const root: DynamicModule = {
    module: ProcessModule,
    imports: [PlatformModule.of(platform), ...services.map((service) => service.module)],
  };
  const app = await NestFactory.create<NestFastifyApplication>(
    root,
    httpServer(configuration.bodyLimitBytes),
    {
      logger,
      abortOnError: false,
      // Fastify's own parser for JSON; forms are not read.
      bodyParser: false,
    },
  );
  for (const service of services)
    app.connectMicroservice({ strategy: transportOf(service, platform) }, { inheritAppConfig: false });
  serveOpenApi(app, services);
  if (pages !== undefined)
    await app.register(fastifyStatic, { root: pages, prefix: '/', index: 'index.html' });
  await app.startAllMicroservices();
  await app.listen(configuration.port, configuration.host);
  return { app, platform, url: await app.getUrl(), close: closer(app, platform) };
}

function transportOf(service: ServiceDefinition, platform: Platform): DurableTransport {
  return new DurableTransport({
    service: service.name,
    database: platform.database,
    clock: platform.clock,
    queue: platform.queue,
    wakeUps: platform.wakeUps,
    doDueWork: (name) => platform.dueWork.doDue(name),
  });
}

function closer(app: NestFastifyApplication, platform: Platform): () => Promise<void> {
  let closing: Promise<void> | undefined;
  return () => (closing ??= app.close().then(() => closePlatform(platform)));
}
