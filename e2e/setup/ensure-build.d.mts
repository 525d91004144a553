/** What the build is made from, relative to the project's folder. */
export const MADE_FROM: readonly string[];

/** Builds unless the build is newer than everything it is made from; ends the process when that fails. */
export function ensureBuild(): void;
