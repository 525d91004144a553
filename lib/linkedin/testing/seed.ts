/** Where properties begin: `SEED=42 npm run unit` tries other examples. Their titles print it, as fast-check does when one fails. */
export const SEED = Number(process.env.SEED ?? 20261123);
