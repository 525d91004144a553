import { attribute, attributeNames } from '../page/dom';
import { addressShape } from './address-shape';
import { isMachineWord, machineWords } from './machine-words';

/** Attributes whose values are LinkedIn's own words and keys. Of others, the report has only the name. */
const KEYS: ReadonlySet<string> = new Set([
  'role',
  'type',
  'dir',
  'hidden',
  'aria-hidden',
  'aria-expanded',
  'aria-current',
  'componentkey',
  'data-component-key',
  'data-testid',
  'data-view-name',
  'data-sdui-screen',
  'data-anonymize',
  'data-sn-view-name',
  'data-section',
  'data-field',
  'data-control-name',
  'data-semaphore-content-type',
]);
const ADDRESSES: ReadonlySet<string> = new Set(['href', 'src']);
const MAX_ATTRIBUTES = 24;
const MAX_CLASSES = 12;

/** An element in one line, without anything personal: `section.artdeco-card [data-member-id] [role=region]`. */
export function elementShape(element: Element, tag: string, own: string | null): string {
  const id = attribute(element, 'id');
  const name = /^(?:[abipqsu]|h[1-6])$/u.test(tag) || isMachineWord(tag) ? tag : '{tag}';
  const others = attributeNames(element)
    .filter((each) => each !== 'id' && each !== 'class' && each !== 'style')
    .slice(0, MAX_ATTRIBUTES)
    .map((each) => ` [${attributeShape(element, each, own)}]`);
  const key = id === null || id === '' ? '' : `#${machineWords(id, own)}`;
  return `${name}${key}${classes(attribute(element, 'class') ?? '')}${[...new Set(others)].join('')}`;
}

function attributeShape(element: Element, name: string, own: string | null): string {
  if (!KEYS.has(name) && !ADDRESSES.has(name)) return machineWords(name);
  const value = attribute(element, name) ?? '';
  if (value === '') return name;
  return `${name}=${KEYS.has(name) ? machineWords(value, own) : addressShape(value)}`;
}

/** Readable class names, without hashes, which change with every build. */
function classes(value: string): string {
  const readable = value.split(/\s+/u).filter(isMachineWord);
  return readable
    .slice(0, MAX_CLASSES)
    .map((name) => `.${machineWords(name)}`)
    .join('');
}
