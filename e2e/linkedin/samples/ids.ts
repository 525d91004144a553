import { createHash } from 'node:crypto';

/**
 * LinkedIn's ids of an invented person, made from their member number as the real ones are built (linkedin/pages.md 4.1
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
