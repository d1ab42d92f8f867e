import type { PipeTransform } from '@nestjs/common';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Static, TSchema } from 'typebox';
import type { Fault } from '#flexoffer';
import { badRequest } from '#problem-details';

const ajv = new Ajv2020({ allErrors: true, strict: false, coerceTypes: false });
addFormats.default(ajv);

/** Checks a body against a schema that was compiled once: for the requests that come all day. */
export class SchemaPipe<Schema extends TSchema> implements PipeTransform<unknown, Static<Schema>> {
  private readonly validate: ValidateFunction<Static<Schema>>;

  constructor(schema: Schema) {
    this.validate = ajv.compile<Static<Schema>>(schema);
  }

  /** @throws Problem 400 with one fault per broken rule */
  transform(body: unknown): Static<Schema> {
    if (this.validate(body)) return body;
    throw badRequest((this.validate.errors ?? []).map(faultOf));
  }
}

function faultOf(error: ErrorObject): Fault {
  const parent = pathOf(error.instancePath);
  const params: Record<string, unknown> = error.params;
  if (error.keyword === 'required')
    return { path: join(parent, String(params['missingProperty'])), message: 'is missing' };
  if (error.keyword === 'additionalProperties' || error.keyword === 'unevaluatedProperties')
    return {
      path: join(parent, String(params['additionalProperty'] ?? params['unevaluatedProperty'])),
      message: 'is not a field of this message',
    };
  if (error.keyword === 'enum')
    return { path: parent, message: `must be one of ${(params['allowedValues'] as unknown[]).join(', ')}` };
  return { path: parent, message: error.message ?? 'is not valid' };
}

/** `/flexOffer/0/startBeforeTime` becomes `flexOffer[0].startBeforeTime`. */
function pathOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .reduce((path, part) => (/^\d+$/.test(part) ? `${path}[${part}]` : join(path, part)), '');
}

const join = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);
