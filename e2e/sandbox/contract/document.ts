import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { isRecord, type JsonRecord, recordOf, textOf } from '../wire/values';

export interface QueryParameter {
  readonly name: string;
  readonly required: boolean;
  /** `filter[field]=value` instead of a plain value. */
  readonly brackets: boolean;
  /** One JSON object as an alternative to brackets. */
  readonly jsonForm: boolean;
  /** A plain value with brackets as an alternative. */
  readonly bracketFallback: boolean;
  readonly schema: JsonRecord;
}

/** One operation with every `$ref` resolved and every schema closed against unknown properties. */
export interface Operation {
  readonly id: string;
  readonly method: string;
  readonly pattern: RegExp;
  readonly pathSchemas: readonly (readonly [name: string, schema: JsonRecord])[];
  readonly query: readonly QueryParameter[];
  /** Media type to schema; null when the operation takes no body. */
  readonly body: Readonly<Record<string, JsonRecord>> | null;
  readonly bodyRequired: boolean;
  /** Status (or `default`) to schemas by media type; empty where no body is described. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, JsonRecord>>>>;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Reads our OpenAPI document (e2e/sandbox/openapi.yaml). */
export function readOperations(text: string): readonly Operation[] {
  const raw: unknown = parse(text);
  const document: unknown = resolved(raw, raw);
  return Object.entries(recordOf(recordOf(document)['paths'])).flatMap(([path, item]) =>
    operationsOf(path, recordOf(item)),
  );
}

let cached: readonly Operation[] | null = null;

/** The operations of our document, read once. */
export function operations(): readonly Operation[] {
  cached ??= readOperations(readFileSync(new URL('../openapi.yaml', import.meta.url), 'utf8'));
  return cached;
}

/** Replaces every `$ref` by what it names. The document has no cycles. */
function resolved(node: unknown, root: unknown): unknown {
  if (Array.isArray(node)) return node.map((item: unknown) => resolved(item, root));
  if (!isRecord(node)) return node;
  const reference = textOf(node['$ref']);
  if (reference !== null) return resolved(atPointer(root, reference), root);
  return Object.fromEntries(Object.entries(node).map(([key, value]) => [key, resolved(value, root)]));
}

function atPointer(root: unknown, pointer: string): unknown {
  const steps = pointer.replace('#/', '').split('/');
  return steps.reduce<unknown>((node, step) => recordOf(node)[step], root);
}

function operationsOf(path: string, item: JsonRecord): readonly Operation[] {
  const shared = listOf(item['parameters']);
  return METHODS.flatMap((method) => {
    const operation = item[method];
    if (!isRecord(operation)) return [];
    const parameters = [...shared, ...listOf(operation['parameters'])];
    const body = operation['requestBody'];
    return [
      {
        id: textOf(operation['operationId']) ?? `${method} ${path}`,
        method: method.toUpperCase(),
        pattern: new RegExp(`^${path.replaceAll(/\{[^}]+\}/g, '([^/]+)')}$`),
        pathSchemas: [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => [
          name ?? '',
          recordOf(parameters.find((parameter) => parameter['name'] === name)?.['schema']),
        ]),
        query: parameters.filter((parameter) => parameter['in'] === 'query').map(queryParameter),
        body: isRecord(body) ? schemasByType(body['content']) : null,
        bodyRequired: recordOf(body)['required'] === true,
        answers: Object.fromEntries(
          Object.entries(recordOf(operation['responses'])).map(([status, answer]) => [
            status,
            schemasByType(recordOf(answer)['content']),
          ]),
        ),
      },
    ];
  });
}

function listOf(value: unknown): readonly JsonRecord[] {
  return Array.isArray(value) ? value.map(recordOf) : [];
}

function queryParameter(parameter: JsonRecord): QueryParameter {
  return {
    name: textOf(parameter['name']) ?? '',
    required: parameter['required'] === true,
    brackets: parameter['style'] === 'deepObject',
    jsonForm: parameter['x-json-form'] === true,
    bracketFallback: parameter['x-bracket-fallback'] === true,
    schema: recordOf(parameter['schema']),
  };
}

function schemasByType(content: unknown): Record<string, JsonRecord> {
  return Object.fromEntries(
    Object.entries(recordOf(content)).map(([type, media]) => [type, closed(recordOf(recordOf(media)['schema']))]),
  );
}

const BRANCHES = ['allOf', 'anyOf', 'oneOf'] as const;

/**
 * The same schema, but without unknown properties. An explicit `additionalProperties` stays; the parts of an `allOf` are
 * closed together, not one by one.
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
