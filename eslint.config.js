import js from '@eslint/js';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

// Words for passengers and agents live in locales/ and faq/: a Chinese character in code is one that escaped.
const HAN = '[\\u3400-\\u9fff]';
const noSentencesInCode = [
  { selector: `Literal[value=/${HAN}/]`, message: 'Words people read belong in locales/ or faq/.' },
  {
    selector: `TemplateElement[value.raw=/${HAN}/]`,
    message: 'Words people read belong in locales/ or faq/.',
  },
];
const noDefaultExports = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name: a name is searchable and cannot drift.',
};

export default tseslint.config(
  // AssemblyScript is checked by its own compiler.
  { ignores: ['node_modules/', 'data/', 'coverage/', 'faq/understanding/kernel/assembly/'] },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    // What needs types is checked by oxlint, in a fifth of the time: .oxlintrc.json.
    extends: [...tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'max-lines': ['error', { max: 300, skipBlankLines: false, skipComments: false }],
      'no-restricted-syntax': ['error', noDefaultExports, ...noSentencesInCode],
      eqeqeq: 'error',
    },
  },
  {
    // Word lists that recognise what passengers type are data of the language, not sentences shown to anyone.
    files: ['locales/**/*.ts', 'faq/understanding/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExports] },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      'no-restricted-syntax': ['error', noDefaultExports],
    },
  },
  { files: ['web/**/*.tsx', 'web/desk/**/*.ts'], extends: [reactHooks.configs.flat.recommended] },
  {
    files: ['**/*.js'],
    languageOptions: { globals: { console: 'readonly', process: 'readonly', URL: 'readonly' } },
  },
);
