import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { JsonRecord } from '../wire/values';

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats(ajv);

const compiled = new WeakMap<JsonRecord, ValidateFunction>();

/** A flaw of a value, described without the value itself, so that reports contain no private texts. */
export interface Flaw {
  readonly message: string;
  /** Whether it is about a property that the schema does not have. */
  readonly unknownProperty: boolean;
}

/** Validates a value with a JSON Schema (2020-12), compiled once per schema object. */
export function flawsOf(schema: JsonRecord, value: unknown): readonly Flaw[] {
  const known = compiled.get(schema);
  const validate = known ?? ajv.compile(schema);
  if (known === undefined) compiled.set(schema, validate);
  return validate(value) ? [] : (validate.errors ?? []).map(flawOf);
}

function flawOf(error: ErrorObject): Flaw {
  const params: Readonly<Record<string, unknown>> = error.params;
  const property = params['unevaluatedProperty'] ?? params['additionalProperty'];
  const named = typeof property === 'string' ? ` "${property}"` : '';
  return { message: `${error.instancePath || '/'} ${error.message ?? ''}${named}`, unknownProperty: named !== '' };
}
