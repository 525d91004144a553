export const enPanel = {} as const;
