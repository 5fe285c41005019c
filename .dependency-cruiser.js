/** Who may import whom; each rule carries its reason. */
const OURS = '^(bot|dialogs|faq|locales|services|web)/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'A circle has no first file to read and no part to replace.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'locales-stand-alone',
      severity: 'error',
      comment: 'Words are the lowest layer: everything may read them, they read nothing.',
      from: { path: '^locales/' },
      to: { path: OURS, pathNot: '^locales/' },
    },
    {
      name: 'faq-reads-locales-only',
      severity: 'error',
      comment: 'The corpus and its understanding are usable without a bot.',
      from: { path: '^faq/' },
      to: { path: OURS, pathNot: '^(faq|locales)/' },
    },
    {
      name: 'services-know-no-bot',
      severity: 'error',
      comment: 'The business outlives the channel, the database and the SDK.',
      from: { path: '^services/' },
      to: { path: OURS, pathNot: '^(services/|locales/places/)' },
    },
    {
      name: 'services-import-no-infrastructure',
      severity: 'error',
      comment: 'No botbuilder, no HTTP server, no database client below the host.',
      from: { path: '^services/' },
      to: { path: 'node_modules/(botbuilder|botframework|restify|ws|lowdb|pg)' },
    },
    {
      name: 'dialogs-know-no-host',
      severity: 'error',
      comment: 'A dialog receives its collaborators; it never reaches for a provider.',
      from: { path: '^dialogs/' },
      to: { path: OURS, pathNot: '^(dialogs|locales|faq|services)/' },
    },
    {
      name: 'web-is-its-own-world',
      severity: 'error',
      comment: 'Pages run in the browser and share only the shape of the wire format.',
      from: { path: '^web/' },
      to: { path: OURS, pathNot: '^web/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'bot-framework-stays-in-two-folders',
      severity: 'error',
      comment: 'The SDK is archived: a port to its successor must touch bot/ and dialogs/ alone.',
      from: { path: OURS, pathNot: '^(bot|dialogs)/' },
      to: { path: 'node_modules/(botbuilder|botframework-(connector|schema))' },
    },
    {
      name: 'product-does-not-import-tests',
      severity: 'error',
      comment: 'Tests are not shipped.',
      from: { path: OURS },
      to: { path: '^tests/' },
    },
    {
      name: 'no-dev-dependencies-in-product',
      severity: 'error',
      comment: 'They are absent from a production install.',
      from: { path: OURS },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      comment: 'An import that does not resolve fails at start.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(data|coverage)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      conditionNames: ['import', 'require', 'node', 'default'],
      exportsFields: ['exports'],
    },
  },
};
