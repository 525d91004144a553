import { createHash } from 'node:crypto';

/**
 * LinkedIn's ids of an invented person, made from their member number as the real ones are built (docs/linkedin-pages.md#member-ids
 * and 8): 29 bytes as base64url, so that every id of one person holds the same number and none can be turned into another.
 */
const TYPE = { ln: 0x2a, sn: 0x2c, rec: 0x43 } as const;

function id(kind: keyof typeof TYPE, memberNumber: number): string {
  const head = Buffer.alloc(9);
  head[1] = TYPE[kind];
  head.writeUIntBE(memberNumber, 2, 6);
  head[8] = 1;
  const hash = createHash('sha1').update(`${kind}:${memberNumber}`).digest();
  return Buffer.concat([head, hash]).toString('base64url');
}

/** `ACoAA…` */
export function memberIdOf(memberNumber: number): string {
  return id('ln', memberNumber);
}

/** `ACwAA…` */
export function salesIdOf(memberNumber: number): string {
  return id('sn', memberNumber);
}

/** `AEMAA…` */
export function recruiterIdOf(memberNumber: number): string {
  return id('rec', memberNumber);
}

/** The part of a conversation that both ids below contain: `<uuid>_<shard>`. */
function conversation(number: number): string {
  const hex = createHash('sha1').update(`thread:${number}`).digest('hex');
  return `${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')}_100`;
}

const base64 = (text: string): string => `2-${Buffer.from(text).toString('base64')}`;

/** A conversation's id in addresses and links: base64 of its own name. */
export function threadIdOf(number: number): string {
  return base64(conversation(number));
}

/** A message's id: base64 of its own name and, behind an ampersand, its conversation's. `at` is its time in ms. */
export function messageIdOf(number: number, at: number): string {
  return base64(`${at}b${10_000 + (at % 80_000)}-100&${conversation(number)}`);
}
