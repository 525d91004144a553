/** What the build is made from, relative to the project's folder. */
export const MADE_FROM: readonly string[];

/** Builds the extension; what it reports goes to stderr. Returns the exit code, 0 for success. */
export function build(): number;

/** Builds unless the build is newer than everything it is made from; ends the process when that fails. */
export function ensureBuild(): void;
