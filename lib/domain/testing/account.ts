import { AccountId, type Account } from '../account';

/** An invented account. */
export const maraAccount: Account = {
  id: AccountId.parse('team 812, user mara'),
  userName: 'Mara Lind',
  email: 'mara@acme.test',
  workspace: 'Acme',
  teamId: 812,
  keyTail: 'abcd',
  keyExpiresAt: null,
};
