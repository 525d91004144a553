/**
 * Draws the pictures of the icon from components/theme/icon.svg, in colour and in grey (not connected). Run it after changing the
 * drawing, look at every size, and commit the pictures with it:
 *
 *     npx tsx e2e/setup/draw-icons.ts
 *
 * The same browser gives the same bytes.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { ensureBrowser } from './ensure-browser.mjs';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SOURCE = path.join(ROOT, 'components/theme/icon.svg');
const TARGET = path.join(ROOT, 'public/icon');

/** Edge length of the picture and of the drawing in it, px. At 128 the stores ask for a transparent margin of 16. */
const SIZES = [
  { picture: 16, drawing: 16 },
  { picture: 32, drawing: 32 },
  { picture: 48, drawing: 48 },
  { picture: 96, drawing: 96 },
  { picture: 128, drawing: 96 },
] as const;

/** Evergreen and its light tone, and their replacements while no account is connected. */
const GREYS: ReadonlyMap<string, string> = new Map([
  ['#0b6b4e', '#6d7379'],
  ['#8fd8b9', '#c3c8cc'],
]);

async function draw(page: Page, svg: string, picture: number, drawing: number): Promise<Buffer> {
  const source = `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
  await page.setViewportSize({ width: picture, height: picture });
  await page.setContent(
    `<body style="margin:${(picture - drawing) / 2}px"><img src="${source}" width="${drawing}" style="display:block">`,
  );
  return page.screenshot({ omitBackground: true });
}

const colour = await readFile(SOURCE, 'utf8');
const grey = [...GREYS].reduce((svg, [from, to]) => svg.replaceAll(from, to), colour);
const browser = await chromium.launch({
  executablePath: ensureBrowser().path,
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const page = await browser.newPage({ deviceScaleFactor: 1 });
await mkdir(TARGET, { recursive: true });
for (const { picture, drawing } of SIZES) {
  await writeFile(path.join(TARGET, `${picture}.png`), await draw(page, colour, picture, drawing));
  await writeFile(path.join(TARGET, `grey-${picture}.png`), await draw(page, grey, picture, drawing));
}
await browser.close();
