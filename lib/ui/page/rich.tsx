import { Fragment, type ReactNode } from 'react';
import { parts, template, type TextKey } from '@/lib/i18n/text';

/**
 * A text whose `{placeholders}` are React nodes: names in `<bdi>`, emphasis, links. Text stays in the locale file.
 *
 * @param slots one node per placeholder of the text
 */
export function rich(key: TextKey, slots: Readonly<Record<string, ReactNode>>): ReactNode {
  return parts(template(key)).map((part, index) => (
    <Fragment key={index}>{part.kind === 'text' ? part.value : slots[part.value]}</Fragment>
  ));
}
