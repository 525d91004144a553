/** Shown above every screen: what the browser or the computer has to be told. */
export const texts = {
  'access.title': 'Your browser blocks GetSales',
  'access.body': 'Shortlist isn’t allowed to use amazing.getsales.io. What you added and wrote is saved.',
  'access.allow': 'Allow access',
  'clock.title': 'Your computer’s clock is off',
  'clock.body':
    'It’s {difference} off GetSales’ clock, so times shown here may be wrong. Correct it in your computer’s settings.',
} as const;
