/** The reader's own copy of lib/domain's limit, which would bring the schemas along. A test holds them equal. */
export const FIELD_MAX_LENGTH = 4_000;
