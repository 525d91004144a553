import { isRecord, recordOf, type JsonRecord } from '../wire/values';
import { bracketFilter, jsonObject } from '../wire/query';
import type { QueryParameter } from './document';
import { flawsOf, type Flaw } from './schemas';

const OPERATORS = ['=', '!=', '<', '<=', '>', '>=', '<>'];
const WORDS: readonly unknown[] = ['is_null', 'is_not_null'];

/** The flaws of a query string: unknown names, missing names, values of the wrong type. */
export function queryFlaws(parameters: readonly QueryParameter[], query: URLSearchParams): readonly Flaw[] {
  const names = [...query.keys()];
  const bracketed = names.some((name) => name.startsWith('filter['));
  const strays = names
    .filter((name) => !parameters.some((parameter) => covers(parameter, name)))
    .map((name) => ({ message: `query parameter "${name}" is unknown`, unknownProperty: true }));
  return [...strays, ...parameters.flatMap((parameter) => parameterFlaws(parameter, query, bracketed))];
}

function covers(parameter: QueryParameter, name: string): boolean {
  const bracketName = /^(\w+)\[/.exec(name)?.[1];
  if (bracketName === undefined) return parameter.name === name && (!parameter.brackets || parameter.jsonForm);
  return parameter.name === bracketName && (parameter.brackets || parameter.bracketFallback);
}

function parameterFlaws(parameter: QueryParameter, query: URLSearchParams, bracketed: boolean): readonly Flaw[] {
  if (parameter.brackets) {
    const whole = parameter.jsonForm ? query.get(parameter.name) : null;
    const object = jsonObject(whole);
    if (whole !== null && object === null)
      return [{ message: `query parameter "${parameter.name}" is no JSON object`, unknownProperty: false }];
    return filterFlaws(parameter.schema, { ...object, ...bracketFilter(query) });
  }
  const values = query.getAll(parameter.name);
  if (values.length > 1)
    return [{ message: `query parameter "${parameter.name}" is repeated`, unknownProperty: false }];
  const [value] = values;
  if (value === undefined) {
    const absent = parameter.required && !(parameter.bracketFallback && bracketed);
    return absent ? [{ message: `query parameter "${parameter.name}" is missing`, unknownProperty: false }] : [];
  }
  return prefixed(`query parameter "${parameter.name}"`, flawsOf(parameter.schema, fitted(parameter.schema, value)));
}

/** A filter value is of the field's type, a list of such values, or operators with operands (docs/getsales-api.md#filters). */
function filterFlaws(schema: JsonRecord, filter: JsonRecord): readonly Flaw[] {
  const fields = recordOf(schema['properties']);
  return Object.entries(filter).flatMap(([field, value]) => {
    const known = fields[field];
    if (!isRecord(known)) return [{ message: `filter field "${field}" is unknown`, unknownProperty: true }];
    if (WORDS.includes(value)) return [];
    if (isRecord(value)) {
      const odd = Object.keys(value).find((operator) => !OPERATORS.includes(operator));
      return odd === undefined ? [] : [{ message: `filter operator "${odd}" is unknown`, unknownProperty: true }];
    }
    const values: readonly unknown[] = Array.isArray(value) ? value : [value];
    return values.flatMap((item) => prefixed(`filter field "${field}"`, flawsOf(known, item)));
  });
}

/** Converts the text of a query value to the number or boolean that its schema expects. */
export function fitted(schema: JsonRecord, value: string): unknown {
  if (schema['type'] === 'integer' && /^-?\d+$/.test(value)) return Number(value);
  if (schema['type'] === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  return value;
}

export function prefixed(prefix: string, flaws: readonly Flaw[]): readonly Flaw[] {
  return flaws.map((flaw) => ({ ...flaw, message: `${prefix} ${flaw.message}` }));
}
