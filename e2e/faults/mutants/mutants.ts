import { ACCOUNT_MUTANTS } from './of-accounts';
import { ADD_MUTANTS } from './of-adds';
import { CLAIM_MUTANTS } from './of-claims';
import { CONTENT_MUTANTS } from './of-contents';
import { MESSAGE_MUTANTS } from './of-messages';
import { OTHERS_MUTANTS } from './of-others';
import { RESTART_MUTANTS } from './of-restarts';
import { WAITING_MUTANTS } from './of-waiting';
import type { Mutant } from './plant';

export const MUTANTS: readonly Mutant[] = [
  ...[...MESSAGE_MUTANTS, ...RESTART_MUTANTS, ...CONTENT_MUTANTS, ...CLAIM_MUTANTS, ...WAITING_MUTANTS],
  ...[...ADD_MUTANTS, ...ACCOUNT_MUTANTS, ...OTHERS_MUTANTS],
];
