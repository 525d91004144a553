/** What LinkedIn itself writes on a profile in one interface language. `{}` is a name. */
export interface Language {
  readonly code: string;
  readonly dir?: 'rtl';
  readonly about: string;
  readonly experience: string;
  readonly education: string;
  readonly activity: string;
  readonly contactInfo: string;
  readonly connections: string;
  readonly followers: string;
  /** How far away a person is: the mark, and what is read aloud. */
  readonly degree: readonly [short: string, long: string];
  /** A role's dates that go on, and one's that ended. */
  readonly ongoing: string;
  readonly ended: string;
  readonly fullTime: string;
  readonly selfEmployed: string;
  readonly freelance: string;
  readonly currentCompany: string;
  readonly school: string;
  readonly message: string;
  readonly follow: string;
  readonly more: string;
  readonly mutual: string;
  readonly moreProfiles: string;
}
