export const enPopup = {} as const;
