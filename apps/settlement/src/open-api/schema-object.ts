import type { OpenAPIObject } from '@nestjs/swagger';
import type { TSchema } from 'typebox';

type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** A TypeBox schema is JSON Schema, which is what an OpenAPI 3.1 document holds. */
export function schemaObject(schema: TSchema): Schemas[string] {
  return schema;
}
