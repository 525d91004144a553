import type { Context } from 'hono';

/** Field name to messages, as `error.data` of a refused request. */
export type FieldProblems = Readonly<Record<string, readonly string[]>>;

export type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 415 | 422 | 429 | 500;

/** A refusal in GetSales' error envelope (docs/getsales-api.md#errors). Thrown by routes, answered by the app. */
export class Problem extends Error {
  constructor(
    readonly status: ProblemStatus,
    readonly reason: string,
    message: string,
    readonly summary: string,
    readonly data: FieldProblems = {},
  ) {
    super(message);
  }
}

/** No such record, or no match: 404 without a body (docs/getsales-api.md#lookup). */
export class Missing extends Error {}

export function invalid(data: FieldProblems): Problem {
  const first = Object.values(data)[0]?.[0] ?? 'The given data was invalid.';
  return new Problem(422, 'validation_error', first, 'Validation failed', data);
}

/** An unknown filter field is a 500, not a 422 (docs/getsales-api.md#filters). */
export function unknownField(field: string): Problem {
  return new Problem(500, 'internal_error', `Wrong field passed to filter, field: ${field}`, 'Server Error');
}

export function badRequest(message: string): Problem {
  return new Problem(400, 'bad_request', message, 'Bad Request');
}

/** This backend writes an empty map as `[]` (docs/getsales-api.md#errors). */
export function wireMap<T>(map: Readonly<Record<string, T>>): Readonly<Record<string, T>> | readonly never[] {
  return Object.keys(map).length === 0 ? [] : map;
}

export function answerProblem(c: Context, problem: Problem): Response {
  const body = {
    error: { reason: problem.reason, message: problem.message, data: wireMap(problem.data) },
    message: problem.summary,
    code: problem.status,
  };
  return c.json(body, problem.status);
}
