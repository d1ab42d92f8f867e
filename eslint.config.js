import eslint from '@eslint/js';
import globals from 'globals';
import tseslint from 'typescript-eslint';

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', 'data/', 'apps/console/', 'docs/'] },
  eslint.configs.recommended,
  {
    files: ['**/*.{js,mjs,cjs}'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      // `const { left, out, ...rest }` names what `rest` shall not have.
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      // Nest modules are classes that carry only their decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `return this.fault(...)` notes what is wrong and answers nothing.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Framework hooks and interfaces are async by contract.
      '@typescript-eslint/require-await': 'off',
      // An index that a loop has checked: the inner loops of clearing and baselines.
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Rows of the database and objects of the framework are plain objects with a class's shape.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // The caller says what rows or body it expects: `query<Row>(sql)`.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Does not see that a decorator uses the value.
      'no-useless-assignment': 'off',
      'max-lines': ['error', 400],
    },
  },
  {
    files: ['**/*.ts'],
    ignores: ['libs/clock/**', '**/*.spec.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        ...['setTimeout', 'setInterval', 'performance'].map((name) => ({
          name,
          message: 'Only libs/clock reads the time or sets timers.',
        })),
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
          message: 'Only libs/clock reads the time; inject Clock.',
        },
        {
          selector: 'NewExpression[callee.name="Date"][arguments.length=0]',
          message: 'Only libs/clock reads the time; inject Clock.',
        },
        {
          selector: 'CallExpression[callee.object.name="console"]',
          message: 'Log through the logger, or write to process.stdout what a command answers.',
        },
      ],
    },
  },
);
