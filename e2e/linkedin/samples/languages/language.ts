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
  /** The degree of connection: as shown, and as a screen reader reads it. */
  readonly degree: readonly [short: string, long: string];
  /** The dates of a current role and of a past one. */
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
