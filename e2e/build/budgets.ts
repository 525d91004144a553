import { pack } from './pack';
import { firstLoad, gzipBytes, laterParts, shippedFiles, textChunks } from './shipped';

/** How much of a budget may be used: later work needs headroom. */
export const MOST_FULL = 0.9;

export interface Budget {
  readonly name: string;
  /** Bytes after gzip. */
  readonly budget: number;
  readonly bytes: (build?: string) => number | Promise<number>;
}

const script = (name: string, file: string, budget: number): Budget => ({
  name,
  budget,
  bytes: (build) => gzipBytes([file], build),
});

const page = (name: string, file: string, budget: number): Budget => ({
  name,
  budget,
  bytes: (build) => gzipBytes(firstLoad(file, build), build),
});

/** What each part that is loaded after the first frame may add to it, bytes. A part that is not listed may add nothing. */
const LATER: Readonly<Record<string, number>> = {
  PopupPerson: 52_000,
  PersonDetails: 3_000,
  PopupPeoplePage: 64_000,
  PanelPerson: 40_000,
  Warnings: 1_300,
};

const later = (name: string, file: string, build?: string): readonly Budget[] =>
  [...laterParts(file, build)].map(([part, files]) => ({
    name: `${name}, ${part}`,
    budget: LATER[part] ?? 0,
    bytes: () => gzipBytes(files, build),
  }));

/** Every budget of what ships. The texts of one language count in a page's first load. */
export function budgets(build?: string): readonly Budget[] {
  const readers = shippedFiles(build).filter((file) => /^reader[\w-]*\.js$/u.test(file));
  return [
    page('popup, first load', 'popup.html', 105_000),
    page('side panel, first load', 'sidepanel.html', 130_000),
    page('options, first load', 'options.html', 130_000),
    ...later('popup', 'popup.html', build),
    ...later('side panel', 'sidepanel.html', build),
    ...later('options', 'options.html', build),
    ...[...textChunks(shippedFiles(build), build)].map(({ language, name, chunk }) =>
      script(`texts ${language}, ${name}`, chunk, 3_200),
    ),
    script('worker', 'background.js', 50_000),
    ...readers.map((file) => script(file, file, 8_192)),
    script('page report', 'report.js', 6_500),
    { name: 'zip for the store', budget: 600_000, bytes: async () => (await pack(build)).length },
  ];
}

/** One line per budget: used bytes, budget, percent. */
export async function budgetTable(build?: string): Promise<readonly { name: string; line: string; share: number }[]> {
  return Promise.all(
    budgets(build).map(async ({ name, budget, bytes }) => {
      const used = await bytes(build);
      const share = used / budget;
      return { name, share, line: `${name.padEnd(24)} ${used} of ${budget} B, ${(share * 100).toFixed(1)} %` };
    }),
  );
}
