export const enOptions = {} as const;
