import * as z from 'zod/mini';

/** A text of at least one and at most `most` characters. One check serves both: zod's classes for lengths weigh on the worker. */
export const filledText = (most: number) =>
  z.string().check(
    z.refine((text) => text !== ''),
    z.maxLength(most),
  );
