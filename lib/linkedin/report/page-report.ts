import { all, attribute, first } from '../page/dom';
import { elementShape } from './element-shape';
import { machineWords } from './machine-words';
import { MAX_NODES, pageShape } from './page-shape';
import { createPrint, printShape } from './print-shape';
import { textShape } from './text-shape';

/** Longest report, in bytes of UTF-8. */
export const REPORT_MAX_BYTES = 64_000;
const MAX_METAS = 40;

/**
 * A page's structure without its content: every text, id and address as a shape, LinkedIn's own machine words as they are.
 * Enough for a maintainer to write a sample page; nothing personal. Pure, bounded in size and work; never throws or writes.
 *
 * @param href the page's address, to recognise its slug; it is not part of the report
 */
export function pageReport(document: Document, href: string): string {
  try {
    const print = createPrint(REPORT_MAX_BYTES);
    for (const line of headLines(document)) print.line(line);
    const main = first(document, '[role="main"], main') ?? first(document, 'body');
    const budget = { nodes: MAX_NODES };
    const shape = main === null ? null : pageShape(main, ownSlug(href), budget);
    if (shape !== null) printShape(shape, print);
    if (budget.nodes === 0) print.line('... too large to be looked at whole');
    return print.text();
  } catch {
    return 'This page cannot be looked through.';
  }
}

/** Language, direction and page keys. */
function headLines(document: Document): readonly string[] {
  const [html, body] = [first(document, 'html'), first(document, 'body')];
  const metas = all(document, 'head meta[name], head meta[property]').slice(0, MAX_METAS).map(metaLine);
  return [
    `language ${language((html && attribute(html, 'lang')) ?? '')}`,
    ...(html === null ? [] : [elementShape(html, 'html', null)]),
    ...new Set(metas),
    ...(body === null ? [] : [elementShape(body, 'body', null)]),
  ];
}

function metaLine(meta: Element): string {
  const name = attribute(meta, 'name') ?? attribute(meta, 'property') ?? '';
  const isKey = name === 'pageKey' || name === 'como-pk';
  return `meta ${machineWords(name)}${isKey ? ` = ${machineWords(attribute(meta, 'content') ?? '')}` : ''}`;
}

function language(lang: string): string {
  if (/^[a-z]{2}(?:[-_][A-Z]{2})?$/u.test(lang)) return lang;
  return textShape(lang) === null ? 'not said' : 'said in another form';
}

/** The slug as it is encoded in the address. */
function ownSlug(href: string): string | null {
  return /\/in\/([^/?#]+)/u.exec(href)?.[1]?.toLowerCase() ?? null;
}
