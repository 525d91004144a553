import type { AccountId } from '@/lib/domain/account';
import type { DraftTexts } from '@/lib/settings/newest-drafts';
import type { DraftItem } from './draft-store';

interface StoredItem<T> {
  getValue(): Promise<T>;
  setValue(value: T): Promise<void>;
  watch(callback: (value: T) => void): () => void;
}

interface AccountDraftsDeps {
  readonly drafts: StoredItem<{ readonly account: AccountId; readonly texts: DraftTexts } | null>;
  readonly storageOwner: StoredItem<{ readonly account: AccountId; readonly closing: boolean } | null>;
}

/**
 * The stored drafts of one account. Those of another one do not show, and nothing is written once the storage is about
 * to be erased or belongs to another account.
 */
export function accountDrafts(account: AccountId, { drafts, storageOwner }: AccountDraftsDeps): DraftItem {
  let isOurs = true;
  const learn = (owner: { readonly account: AccountId; readonly closing: boolean } | null): void => {
    isOurs = owner?.account === account && !owner.closing;
  };
  storageOwner.watch(learn);
  storageOwner.getValue().then(learn, () => undefined);
  const textsOf = (stored: { readonly account: AccountId; readonly texts: DraftTexts } | null): DraftTexts =>
    stored?.account === account ? stored.texts : {};
  return {
    getValue: async () => textsOf(await drafts.getValue()),
    setValue: (texts) => (isOurs ? drafts.setValue({ account, texts }) : Promise.resolve()),
    watch: (callback) =>
      drafts.watch((stored) => {
        callback(textsOf(stored));
      }),
  };
}
