/** Shown above every screen while the browser withholds access to GetSales. */
export const texts = {
  'access.title': 'Your browser blocks GetSales',
  'access.body': 'Shortlist isn’t allowed to use amazing.getsales.io. What you added and wrote is saved.',
  'access.allow': 'Allow access',
} as const;
