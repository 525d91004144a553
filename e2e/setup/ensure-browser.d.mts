export interface FoundBrowser {
  readonly kind: 'env' | 'chromium' | 'playwright' | 'branded';
  readonly path: string;
}
export function findBrowser(): FoundBrowser | undefined;
export function ensureBrowser(): FoundBrowser;
