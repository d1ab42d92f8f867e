/** The architecture as rules that fail the build; each says why. */
const PURE = '^libs/(flexoffer|scheduling|settlement|meter-data)/src/';
const NOT_PRODUCTION = '(\\.spec\\.ts$|/testing/|/test/)';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle has no beginning: nobody can read, test or replace one part of it.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'pure-libraries',
      comment:
        'FlexOffers, clearing and settlement are functions over values; they could be published as they stand.',
      severity: 'error',
      from: { path: PURE, pathNot: NOT_PRODUCTION },
      to: {
        path: '(@nestjs|typeorm|/pg/|bullmq|fastify|undici|node:(fs|http|net|timers|child_process)|^(fs|http|net|timers|child_process)$|^libs/(?!flexoffer|scheduling|settlement|meter-data))',
      },
    },
    {
      name: 'libraries-know-no-app',
      comment: 'Libraries are below the apps.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'apps-apart',
      comment:
        'Between apps there are messages and HTTP, so that each can run alone. Tests may start several.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: ['^apps/atp/', NOT_PRODUCTION] },
      to: { path: '^apps/([^/]+)/', pathNot: '^apps/$1/' },
    },
    {
      name: 'outside-stays-outside',
      comment:
        'The demo community stands for devices and DSOs: it knows the platform by its interfaces alone.',
      severity: 'error',
      from: { path: '^apps/demo/' },
      to: { path: '^libs/(?!flexoffer/|clock/|identifiers/)' },
    },
    {
      name: 'no-test-code-in-production',
      comment: 'What tests need must not be shipped.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: [NOT_PRODUCTION, '^libs/testing/', '^libs/settlement/test/'] },
      to: { path: '(^libs/testing/|node_modules/(fast-check|@jest))' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^dist/|^apps/console/|^bench/)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'require', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs'],
    },
  },
};
