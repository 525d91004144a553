import { operations, type Operation } from './document';
import { fitted, prefixed, queryFlaws } from './query';
import { flawsOf, type Flaw } from './schemas';

/** one request as the contract sees it. */
export interface AnsweredRequest {
  readonly method: string;
  readonly url: URL;
  readonly contentType: string | null;
  /** Parsed JSON or text; null without a body. */
  readonly body: unknown;
  /** Null when a scripted fault altered the answer, which is then not checked. */
  readonly status: number | null;
  /** Content type of the answer. */
  readonly answerType?: string | null;
  /** Body of the answer. */
  readonly answer: string;
}

export interface CheckResult {
  readonly operationId: string;
  readonly violations: readonly string[];
}

/** Statuses with which the server itself reports an invalid request, or that it does not have the route. */
const REFUSALS: readonly (number | null)[] = [400, 404, 415, 422];

/** Checks one request and its answer against the contract. */
export function checkContract(answered: AnsweredRequest, known: readonly Operation[] = operations()): CheckResult {
  const path = answered.url.pathname;
  const operation = known.find((candidate) => candidate.method === answered.method && candidate.pattern.test(path));
  if (operation === undefined) {
    return { operationId: 'unknown', violations: [`${answered.method} ${path}: no such operation`] };
  }
  const request = [...pathFlaws(operation, path), ...queryFlaws(operation.query, answered.url.searchParams)];
  const body = prefixed('request body', bodyFlaws(operation, answered));
  const lenient = answered.status === null || REFUSALS.includes(answered.status);
  const counted = lenient ? body.filter((flaw) => flaw.unknownProperty) : body;
  const flaws = [...request, ...counted, ...answerFlaws(operation, answered)];
  return {
    operationId: operation.id,
    violations: flaws.map((flaw) => `${operation.id} (${answered.method} ${path}): ${flaw.message}`),
  };
}

function pathFlaws(operation: Operation, path: string): readonly Flaw[] {
  const values = operation.pattern.exec(path)?.slice(1) ?? [];
  return operation.pathSchemas.flatMap(([name, schema], index) =>
    prefixed(`path parameter "${name}"`, flawsOf(schema, fitted(schema, values[index] ?? ''))),
  );
}

function bodyFlaws(operation: Operation, { body, contentType }: AnsweredRequest): readonly Flaw[] {
  if (body === null) return operation.bodyRequired ? [{ message: 'is missing', unknownProperty: false }] : [];
  if (operation.body === null) return [{ message: 'is not part of this operation', unknownProperty: true }];
  const type = contentType?.split(';')[0]?.trim() ?? '';
  const schema = operation.body[type];
  if (schema === undefined) return [{ message: `has the content type "${type}"`, unknownProperty: false }];
  return type === 'application/json' ? flawsOf(schema, body) : [];
}

function answerFlaws(operation: Operation, { status, answer, answerType }: AnsweredRequest): readonly Flaw[] {
  if (status === null) return [];
  const described = String(status) in operation.answers;
  if (!described && (status < 400 || !('default' in operation.answers))) {
    return [{ message: `answer with status ${status} is not described`, unknownProperty: false }];
  }
  const content = operation.answers[described ? String(status) : 'default'];
  const isPage = answerType?.startsWith('text/html') === true;
  const schema = content?.[isPage ? 'text/html' : 'application/json'];
  if (isPage && schema !== undefined) return [];
  if (answer === '') {
    const bodyPromised = schema !== undefined && status < 400;
    return bodyPromised ? [{ message: `answer ${status} has no body`, unknownProperty: false }] : [];
  }
  if (status === 204) return [{ message: 'answer 204 has a body', unknownProperty: false }];
  if (schema === undefined) return isPage ? [{ message: `answer ${status} is a page`, unknownProperty: false }] : [];
  return prefixed(`answer ${status}`, flawsOf(schema, parsed(answer)));
}

/** Text that is not JSON stays text and fails the schema. */
function parsed(answer: string): unknown {
  try {
    return JSON.parse(answer);
  } catch {
    return answer;
  }
}
