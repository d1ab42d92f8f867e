import type { ApiBodyOptions } from '@nestjs/swagger';
import type { TSchema } from 'typebox';

type SchemaObject = Extract<ApiBodyOptions, { schema: unknown }>['schema'];

/** A compiled schema as OpenAPI shows it: the same JSON Schema, without what the library notes for itself. */
export function openApiSchema(schema: TSchema): SchemaObject {
  return JSON.parse(JSON.stringify(schema)) as SchemaObject;
}
