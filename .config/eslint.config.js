import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { banConfigs } from './eslint-bans.js';

export default tseslint.config(
  { ignores: ['node_modules/', '.output/', '.wxt/', 'artifacts/', '**/*.mjs', '.config/*.js', '.config/*.cjs'] },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: `${import.meta.dirname}/..` } },
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { arguments: false, attributes: false } },
      ],
      // Short arrow functions may ignore the returned value.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/no-invalid-void-type': 'off',
      // Objects are closures and do not use `this`.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
    },
  },
  {
    files: ['{components,entrypoints}/**/*.tsx', 'lib/ui/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': hooks },
    rules: hooks.configs.recommended.rules,
  },
  {
    // Playwright requires `{}` for fixtures without dependencies.
    files: ['e2e/support/browser/fixtures.ts'],
    rules: { 'no-empty-pattern': 'off' },
  },
  {
    // Matchers such as expect.any() have the type `any`.
    files: ['**/*.test.{ts,tsx}', 'e2e/specs/**'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  ...banConfigs,
);
