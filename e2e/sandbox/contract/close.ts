import { isRecord, recordOf, type JsonRecord } from '../wire/json';

const BRANCHES = ['allOf', 'anyOf', 'oneOf'] as const;

/**
 * The same schema, refusing properties that it does not name. A schema that says something about additional properties
 * keeps its word; parts of an `allOf` are closed together, not one by one.
 */
export function closed(schema: JsonRecord): JsonRecord {
  const inner = withClosedParts(schema);
  if (!namesProperties(schema) || schema['additionalProperties'] !== undefined) return inner;
  return { ...inner, unevaluatedProperties: false };
}

function withClosedParts(schema: JsonRecord): JsonRecord {
  const copy: Record<string, unknown> = { ...schema };
  if (isRecord(schema['properties'])) copy['properties'] = mapRecord(schema['properties'], closed);
  for (const key of ['items', 'additionalProperties']) {
    const part = schema[key];
    if (isRecord(part)) copy[key] = closed(part);
  }
  for (const key of BRANCHES) {
    const parts = schema[key];
    if (Array.isArray(parts)) copy[key] = parts.map((part: unknown) => withClosedParts(recordOf(part)));
  }
  return copy;
}

function namesProperties(schema: JsonRecord): boolean {
  if (isRecord(schema['properties'])) return true;
  return BRANCHES.some((key) => {
    const parts = schema[key];
    return Array.isArray(parts) && parts.some((part: unknown) => namesProperties(recordOf(part)));
  });
}

function mapRecord(record: JsonRecord, change: (value: JsonRecord) => JsonRecord): JsonRecord {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(recordOf(value))]));
}
