import '@/e2e/support/extension-storage';
import { freshStorage } from '@/e2e/support/extension-storage';
import { beforeEach, expect, test } from 'vitest';
import { AccountId } from '@/lib/domain/account';
import { drafts, storageOwner } from '@/lib/settings/items';
import { accountDrafts } from './account-drafts';

const mara = AccountId.parse('team 812, user mara');
const noor = AccountId.parse('team 977, user noor');

beforeEach(async () => {
  freshStorage();
  await storageOwner.setValue({ account: mara, closing: false });
});

/** The drafts of an account, once the owner of the storage has been read. */
async function itemOf(
  account: AccountId,
  onTexts = (_texts: unknown): void => undefined,
  onWritable = (): void => undefined,
) {
  const item = accountDrafts(account, { drafts, storageOwner });
  item.watch(onTexts, onWritable);
  await new Promise(setImmediate);
  return item;
}

test('drafts of one account are not shown for another', async () => {
  await (await itemOf(mara)).setValue({ 'a|b': 'Hello Ana' });
  expect(await (await itemOf(mara)).getValue()).toEqual({ 'a|b': 'Hello Ana' });
  expect(await (await itemOf(noor)).getValue()).toEqual({});
});

test('later changes to another account’s drafts are not reported', async () => {
  const received: unknown[] = [];
  await itemOf(mara, (texts) => received.push(texts));
  await drafts.setValue({ account: noor, texts: { 'a|b': 'Hello Ana' } });
  await drafts.setValue({ account: mara, texts: { 'a|b': 'Hello Jonas' } });
  expect(received).toEqual([{}, { 'a|b': 'Hello Jonas' }]);
});

test.each([
  ['about to be erased', { account: mara, closing: true }],
  ['another account’s', { account: noor, closing: false }],
  ['erased', null],
])('nothing is written into a storage that is %s', async (_name, owner) => {
  const item = await itemOf(mara);
  await storageOwner.setValue(owner);
  await expect(item.setValue({ 'a|b': 'Hello Ana' })).rejects.toThrow();
  expect(await drafts.getValue()).toBeNull();
});

test('writing works again once the storage is no longer about to be erased', async () => {
  let isWritable = 0;
  const item = await itemOf(mara, undefined, () => (isWritable += 1));
  await storageOwner.setValue({ account: mara, closing: true });
  expect(isWritable).toBe(0);
  await storageOwner.setValue({ account: mara, closing: false });
  expect(isWritable).toBe(1);
  await item.setValue({ 'a|b': 'Hello Ana' });
  expect(await (await itemOf(mara)).getValue()).toEqual({ 'a|b': 'Hello Ana' });
});
