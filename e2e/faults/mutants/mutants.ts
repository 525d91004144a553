import { ACCOUNT_MUTANTS } from './of-accounts';
import { ADD_MUTANTS } from './of-adds';
import { MESSAGE_MUTANTS } from './of-messages';
import { REQUEST_MUTANTS } from './of-requests';
import type { Mutant } from './plant';

export const MUTANTS: readonly Mutant[] = [...MESSAGE_MUTANTS, ...ADD_MUTANTS, ...ACCOUNT_MUTANTS, ...REQUEST_MUTANTS];
