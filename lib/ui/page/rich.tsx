import { Fragment, type ReactNode } from 'react';
import { formatNumber, parts, template, type TextKey, type TextParams } from '@/lib/i18n/text';

/**
 * A text whose `{slots}` are React nodes: names in `<bdi>`, emphasis, links; numbers in the locale's form. The words stay in
 * the text module.
 *
 * @param slots one node per slot of the text
 */
export function rich<K extends TextKey>(key: K, slots: Readonly<Record<keyof TextParams<K>, ReactNode>>): ReactNode {
  const nodes: ReadonlyMap<string, ReactNode> = new Map(Object.entries<ReactNode>(slots));
  const count = nodes.get('count');
  return parts(template(key, typeof count === 'number' ? count : undefined)).map((part, index) => (
    <Fragment key={index}>{part.kind === 'text' ? part.value : shown(nodes.get(part.value))}</Fragment>
  ));
}

function shown(node: ReactNode): ReactNode {
  return typeof node === 'number' ? formatNumber(node) : node;
}
