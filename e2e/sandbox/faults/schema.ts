import * as z from 'zod/mini';
import { KEY_NAMES } from '../access/keys';
import { WORKSPACE_NAMES } from '../state/team';
import { BREAKS } from './rule';

const FaultBodySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('json'), value: z.unknown() }),
  z.strictObject({ kind: z.literal('html'), text: z.string() }),
  z.strictObject({ kind: z.literal('text'), text: z.string(), type: z.exactOptional(z.string()) }),
  z.strictObject({ kind: z.literal('bytes'), base64: z.string(), type: z.exactOptional(z.string()) }),
  z.strictObject({ kind: z.literal('empty') }),
  z.strictObject({ kind: z.literal('truncated') }),
  z.strictObject({ kind: z.literal('cut') }),
  z.strictObject({ kind: z.literal('malformed') }),
  z.strictObject({ kind: z.literal('encoded'), as: z.enum(['utf-8-bom', 'utf-16']) }),
  z.strictObject({ kind: z.literal('merged'), value: z.record(z.string(), z.unknown()) }),
  z.strictObject({ kind: z.literal('huge'), bytes: z.number() }),
  z.strictObject({ kind: z.literal('deep'), depth: z.number() }),
]);

const FaultEffectSchema = z.strictObject({
  latencyMs: z.exactOptional(z.number()),
  status: z.exactOptional(z.number()),
  headers: z.exactOptional(z.record(z.string(), z.nullable(z.string()))),
  body: z.exactOptional(FaultBodySchema),
  performed: z.exactOptional(z.boolean()),
  connection: z.exactOptional(z.enum(BREAKS)),
  drip: z.exactOptional(
    z.strictObject({
      part: z.enum(['headers', 'body']),
      bytes: z.number(),
      everyMs: z.number(),
      endless: z.exactOptional(z.boolean()),
    }),
  ),
  listLagMs: z.exactOptional(z.number()),
  list: z.exactOptional(
    z.strictObject({
      repeatFirst: z.exactOptional(z.boolean()),
      dropFirst: z.exactOptional(z.boolean()),
      total: z.exactOptional(z.number()),
      hasMore: z.exactOptional(z.nullable(z.boolean())),
    }),
  ),
});

/** A fault rule (rule.ts) as the control port receives it. */
export const FaultRuleSchema = z.strictObject({
  method: z.exactOptional(z.string()),
  path: z.string(),
  where: z.exactOptional(
    z.strictObject({
      workspace: z.exactOptional(z.enum(WORKSPACE_NAMES)),
      keyName: z.exactOptional(z.enum(KEY_NAMES)),
    }),
  ),
  times: z.exactOptional(z.number()),
  skip: z.exactOptional(z.number()),
  effect: FaultEffectSchema,
});
