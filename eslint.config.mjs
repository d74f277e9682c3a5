import tseslint from 'typescript-eslint';

const CORE = ['shared/**/*.ts'];
const PANE = ['shared/pane/**'];
/** Where what comes in has no type of ours: cells of a host, files, parsed JSON. */
const EDGES = ['addin/excel', 'appsscript/server', 'local', 'test'].map((folder) => `${folder}/**/*.{ts,tsx}`);
const GENERATED = ['**/*.generated.{ts,tsx}', '**/generated/**/*.{ts,tsx}'];

const NO_DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: one word per thing, from its definition to its use.',
};
const NO_CLOCK = {
  selector: "NewExpression[callee.name='Date'][arguments.length=0], CallExpression[callee.name='Date']",
  message: 'The core has no clock: pass the date in.',
};

/**
 * The length of a function, what is nested in it left out: a factory of closures is a small module, and each closure is measured
 * by itself. ESLint's own max-lines-per-function counts the lines of a closure again in every function around it.
 */
const functionLines = {
  meta: {
    type: 'suggestion',
    schema: [{ type: 'integer' }],
    messages: { long: 'This function has {{lines}} lines of its own; {{most}} at most.' },
  },
  create({ options: [most], sourceCode, report }) {
    const nested = [0];
    const linesOf = (node) => new Set(sourceCode.getTokens(node).map((token) => token.loc.start.line)).size;
    return {
      ':function': () => void nested.push(0),
      ':function:exit'(node) {
        const all = linesOf(node);
        const lines = all - nested.pop();
        if (lines > most) report({ node, messageId: 'long', data: { lines, most } });
        nested[nested.length - 1] += all - 1;
      },
    };
  },
};

export default tseslint.config(
  { ignores: ['dist/', 'coverage/', 'test/output/', 'test/bench/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.recommended],
    plugins: { house: { rules: { 'function-lines': functionLines } } },
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      eqeqeq: 'error',
      'no-console': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT],
      'max-lines': ['error', 200],
      'house/function-lines': ['error', 40],
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'never' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: CORE,
    ignores: PANE,
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: NO_CLOCK.message },
        { object: 'Math', property: 'random', message: 'The core repeats itself exactly: no chance in it.' },
      ],
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT, NO_CLOCK],
    },
  },
  {
    files: EDGES,
    rules: {
      '@typescript-eslint/consistent-type-assertions': ['error', { assertionStyle: 'as' }],
    },
  },
  { files: ['local/{cli,dev}/**'], rules: { 'no-console': 'off' } },
  { files: ['test/**/*.{ts,tsx}'], rules: { 'max-lines': 'off', 'house/function-lines': 'off' } },
  { files: GENERATED, rules: { 'max-lines': 'off', 'house/function-lines': 'off' } },
  {
    files: ['**/*.js', '**/*.mjs'],
    rules: { eqeqeq: 'error', 'no-var': 'error', 'prefer-const': 'error', 'max-lines': ['error', 200] },
  },
);
