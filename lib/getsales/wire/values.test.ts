import { describe, expect, test } from 'vitest';
import {
  isEmpty,
  looseArray,
  looseFlag,
  looseNumber,
  looseText,
  looseUuid,
  property,
  unwrapData,
  uuid,
} from './values';

const UUID = '9d1e4c70-3333-4333-8333-00000000000a';

describe('values of GetSales', () => {
  test.each<[unknown, number | null]>([
    [7, 7],
    [-1.5, -1.5],
    [0, 0],
    ['12', 12],
    ['-3.25', -3.25],
    ['', null],
    ['12 ', null],
    ['x12', null],
    ['12x', null],
    ['1.', null],
    ['.5', null],
    ['1.2.3', null],
    ['0x10', null],
    ['1e3', null],
    ['9'.repeat(400), null],
    [Number.NaN, null],
    [Number.POSITIVE_INFINITY, null],
    [true, null],
    [null, null],
    [undefined, null],
    [[7], null],
  ])('%j is the number %j', (wire, number) => {
    expect(looseNumber.parse(wire)).toBe(number);
  });

  test.each<[unknown, boolean | null]>([
    [true, true],
    [1, true],
    ['1', true],
    ['true', true],
    [false, false],
    [0, false],
    ['0', false],
    ['false', false],
    ['yes', null],
    ['', null],
    [2, null],
    [null, null],
    [undefined, null],
  ])('%j is the flag %j', (wire, flag) => {
    expect(looseFlag.parse(wire)).toBe(flag);
  });

  test.each<[unknown, string | null]>([
    ['Ana', 'Ana'],
    ['', ''],
    [null, null],
    [7, null],
    [undefined, null],
    [['Ana'], null],
  ])('%j is the text %j', (wire, text) => {
    expect(looseText.parse(wire)).toBe(text);
  });

  test.each<[unknown, string | null]>([
    [UUID, UUID],
    [UUID.toUpperCase(), UUID],
    [`${UUID} `, null],
    ['none', null],
    [7, null],
    [null, null],
    [undefined, null],
  ])('%j is the UUID %j', (wire, id) => {
    expect(looseUuid.parse(wire)).toBe(id);
    expect(uuid.safeParse(wire).data ?? null).toBe(id);
  });

  test.each<[unknown, readonly string[]]>([
    [
      [UUID, 'none', null, UUID.toUpperCase()],
      [UUID, UUID],
    ],
    [[], []],
    [{}, []],
    [null, []],
    [undefined, []],
    [UUID, []],
  ])('%j is the list %j', (wire, ids) => {
    expect(looseArray(uuid).parse(wire)).toEqual(ids);
  });

  test.each<[unknown, boolean]>([
    [undefined, true],
    [null, true],
    [{}, true],
    [[], true],
    [{ a: undefined }, false],
    [[null], false],
    ['', false],
    [0, false],
    [false, false],
  ])('%j is empty: %s', (wire, expected) => {
    expect(isEmpty(wire)).toBe(expected);
  });
});

describe('a property', () => {
  test.each<[unknown, unknown]>([
    [{ length: 1 }, 1],
    [{ length: null }, null],
    [{}, undefined],
    [[1], undefined],
    ['text', undefined],
    [null, undefined],
    [undefined, undefined],
  ])('of %j is %j', (value, expected) => {
    expect(property(value, 'length')).toBe(expected);
  });

  test('is never inherited', () => {
    expect(property({}, 'toString')).toBeUndefined();
    expect(property(Object.create({ name: 'Ana' }), 'name')).toBeUndefined();
  });
});

test.each<[unknown, unknown]>([
  [{ data: { uuid: UUID } }, { uuid: UUID }],
  [{ data: null }, null],
  [
    { uuid: UUID, data: {} },
    { uuid: UUID, data: {} },
  ],
  [{ uuid: UUID }, { uuid: UUID }],
  [[UUID], [UUID]],
  [null, null],
])('the record in %j is %j', (json, record) => {
  expect(unwrapData(json)).toEqual(record);
});
