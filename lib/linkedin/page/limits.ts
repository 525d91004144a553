/** The reader's own copy of lib/domain's limit, which would bring the schemas along. A test holds them equal. */
export const FIELD_MAX_LENGTH = 4_000;
/** As `FIELD_MAX_LENGTH`: the most people that one reading carries. */
export const PEOPLE_MAX = 500;
