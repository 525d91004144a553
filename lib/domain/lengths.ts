import * as z from 'zod/mini';

/** At most so many UTF-16 units of a text, or elements of an array. zod's own checks of lengths weigh ten times as much. */
export const atMost = (most: number) => z.refine<string | readonly unknown[]>(({ length }) => length <= most);

/** A text of at least one and at most so many UTF-16 units. */
export const filledText = (most: number) => z.string().check(z.refine(({ length }) => length > 0 && length <= most));
