import type { Type } from '@nestjs/common';
import type { ServiceName } from '#messages';
import type { Storage } from '#persistence';

/** What a service is to the process that runs it. */
export interface ServiceDefinition {
  readonly name: ServiceName;
  /** The first part of its paths: `fman` serves `/fman/v1/...`. Also names its OpenAPI document. */
  readonly path: string;
  readonly title: string;
  /** The root module; lists all its feature modules. */
  readonly module: Type;
  /** The modules whose controllers make the OpenAPI document. */
  readonly features: readonly Type[];
  readonly storage: Storage;
}
