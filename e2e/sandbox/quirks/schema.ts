import * as z from 'zod/mini';
import { POSITIONS } from './positions';

/** Changes of switches (positions.ts) as the control port receives them. */
export const QuirksSchema = z.strictObject({
  writeAnswers: z.exactOptional(z.enum(POSITIONS.writeAnswers)),
  readAnswers: z.exactOptional(z.enum(POSITIONS.readAnswers)),
  unconnected: z.exactOptional(z.enum(POSITIONS.unconnected)),
  window: z.exactOptional(z.enum(POSITIONS.window)),
  pageSize: z.exactOptional(z.enum(POSITIONS.pageSize)),
  words: z.exactOptional(z.enum(POSITIONS.words)),
  contacts: z.exactOptional(z.enum(POSITIONS.contacts)),
  teamId: z.exactOptional(z.enum(POSITIONS.teamId)),
  listing: z.exactOptional(z.enum(POSITIONS.listing)),
  errors: z.exactOptional(z.enum(POSITIONS.errors)),
  noMatch: z.exactOptional(z.enum(POSITIONS.noMatch)),
  existing: z.exactOptional(z.enum(POSITIONS.existing)),
  stageFilter: z.exactOptional(z.enum(POSITIONS.stageFilter)),
  quickStart: z.exactOptional(z.enum(POSITIONS.quickStart)),
  messageSearch: z.exactOptional(z.enum(POSITIONS.messageSearch)),
  updates: z.exactOptional(z.enum(POSITIONS.updates)),
  routes: z.exactOptional(z.enum(POSITIONS.routes)),
  identity: z.exactOptional(z.enum(POSITIONS.identity)),
  times: z.exactOptional(z.enum(POSITIONS.times)),
  contentType: z.exactOptional(z.enum(POSITIONS.contentType)),
});
