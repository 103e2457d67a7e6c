/** Who may import whom, as the README's map has it. `npm run check` enforces it. */
const rooms = [
  'kernel',
  'audit',
  'settings',
  'limits',
  'jobs',
  'mailer',
  'staff',
  'directory',
  'content',
  'supporters',
  'writing',
  'letters',
  'delivery',
  'figures',
  'webhooks',
  'campaigns',
  'messages',
  'privacy',
  'worker',
  'metrics',
  'cli',
]

/** Tests may ask any room to set the scene. */
const TEST = '\\.test\\.tsx?$'

/** What tests and benchmarks share. */
const FOR_TESTS = '(^|/)testing[^/]*(\\.ts$|/)'

/** Inside lib, a room imports only from the rooms to its left. */
const leftwards = rooms.slice(0, -1).map((room, at) => ({
  name: `lib-${room}-imports-leftwards`,
  severity: 'error',
  from: { path: `^lib/${room}/`, pathNot: TEST },
  to: { path: `^lib/(${rooms.slice(at + 1).join('|')})/` },
}))

/** What several pages share stands above them, or in a folder _of-its-own beside them. */
const sideBySide = ['staff', 'api', '\\(public\\)'].map((area) => ({
  name: `pages-of-${area.replace(/\W/g, '')}-side-by-side`,
  severity: 'error',
  from: { path: `^app/${area}/([^_/[][^/]*)/`, pathNot: TEST },
  to: { path: `^app/${area}/[^_/][^/]*/`, pathNot: `^app/${area}/$1/` },
}))

/** Files of lib without a database or a secret in them: types, and functions that run in a browser too. */
const pure = [
  '.+/input',
  'kernel/escape-html',
  'kernel/text',
  'kernel/time/durations',
  'kernel/unbroken',
  'directory/party-words',
  'directory/search/by-name',
  'directory/seat',
  'content/content',
  'content/rich-text',
  'content/changes/compare',
  'content/source/source-words',
  'content/parts/field',
  'content/wordings/alternatives',
  'content/wordings/boxes',
  'content/wordings/longest-form',
  'content/wordings/sentence',
  'writing/draft-as-letter-type',
  'writing/sample-letter-type',
  'writing/originality/enough-to-tell',
  'writing/originality/own-share',
  'writing/originality/share-in-words',
  'settings/confirm-link-days',
  'settings/logo-on-page',
  'letters/mailing/filled-in',
  'letters/writing-addresses',
  'letters/writing-stages',
  'supporters/email-slip',
]

module.exports = {
  forbidden: [
    ...leftwards,
    ...sideBySide,
    {
      name: 'environment-at-the-edge',
      severity: 'error',
      comment:
        'Verbs find the environment in their context. The keys that everything is sealed with are the exception.',
      from: {
        path: '^(app|lib|components|emails|db)/',
        // app/layout.tsx is asked while the pages are built, when there is no context yet.
        pathNot: [
          TEST,
          '/testing',
          '^app/(_server/|layout\\.tsx$)',
          '^lib/(cli|worker)/',
          '^lib/kernel/secrets/',
          '^lib/mailer/process-context\\.ts$',
        ],
      },
      to: { path: '^lib/kernel/env\\.ts$' },
    },
    {
      name: 'settings-table-in-its-room',
      severity: 'error',
      comment: 'A setting is read and kept by its owner, which `setting` of lib/settings makes.',
      from: { path: '^(lib|app|components|emails|tools|bench)/', pathNot: [TEST, '/testing', '^lib/settings/'] },
      to: { path: '^db/schema/settings\\.ts$' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'components-import-pure-lib-only',
      severity: 'error',
      comment: 'Components may use the pure parts of lib, and types.',
      from: { path: '^components/', pathNot: TEST },
      to: {
        path: '^(lib|db|app|emails|e2e)/',
        pathNot: `^lib/(${pure.join('|')})\\.ts$`,
      },
    },
    {
      name: 'nobody-imports-app',
      severity: 'error',
      from: { path: '^(components|db|emails|lib)/' },
      to: { path: '^app/' },
    },
    {
      name: 'product-stands-alone',
      severity: 'error',
      comment: 'What makes, tests or measures the product is no part of it.',
      from: { path: '^(app|components|db|emails|lib)/|^server\\.ts$', pathNot: [TEST, FOR_TESTS] },
      to: { path: [TEST, FOR_TESTS, '^(e2e|tools|bench)/'] },
    },
    {
      name: 'server-starts-and-is-no-part',
      severity: 'error',
      from: {},
      to: { path: '^server\\.ts$' },
    },
    {
      name: 'public-pages-stand-alone',
      severity: 'error',
      comment: 'Previews and the staff show what the public sees, and not the other way round.',
      from: { path: '^app/\\(public\\)/', pathNot: TEST },
      to: { path: '^app/(staff|preview)/' },
    },
    {
      name: 'staff-and-previews-apart',
      severity: 'error',
      from: { path: '^app/(staff|preview)/', pathNot: TEST },
      to: { path: '^app/(staff|preview)/', pathNot: '^app/$1/' },
    },
    {
      name: 'compiled-whole',
      severity: 'error',
      comment:
        'What the build compiles for the server imports nothing that it leaves to Next: lib/cli/start/compile.ts.',
      from: {
        path: '^(lib|db|emails)/|^app/_(server|drawing|pictures)/|^app/.*/(form|kind)\\.ts$',
        pathNot: [TEST, FOR_TESTS],
      },
      to: {
        path: '^(app|components)/',
        // What a page is made of is compiled for the front: of that it may know how islands are written, and the mark.
        pathNot: [
          '^app/_(server|drawing|pictures)/',
          '^app/.*/(form|kind)\\.ts$',
          '^components/(ui/logo-mark|islands/element)\\.ts$',
        ],
      },
    },
    {
      name: 'front-knows-no-page',
      severity: 'error',
      comment: 'It collects what pages say of themselves from the tree: app/_server/routes/beside-pages.ts.',
      from: { path: '^app/_(server|drawing|pictures)/', pathNot: [TEST, FOR_TESTS, '^app/_server/canary/'] },
      to: { path: '^app/(\\(public\\)|staff|preview|api)/' },
    },
    {
      name: 'database-behind-lib',
      severity: 'error',
      comment: 'A page asks a verb or a query of lib; of db it may have the lists of words alone.',
      from: { path: '^app/', pathNot: [TEST, FOR_TESTS, '^app/_server/'] },
      to: { path: '^db/', pathNot: '^db/schema/' },
    },
    {
      name: 'ui-without-the-field',
      severity: 'error',
      comment: 'components/ui knows no word of the field.',
      from: { path: '^components/ui/', pathNot: TEST },
      to: { path: '^(components/(?!ui/)|lib/(?!kernel/))' },
    },
    {
      name: 'only-app-imports-components',
      severity: 'error',
      from: { path: '^(db|emails|lib)/' },
      to: { path: '^components/' },
    },
    {
      name: 'db-and-emails-import-packages-only',
      severity: 'error',
      comment: 'Mails and pages break their lines by one rule, which imports nothing.',
      from: { path: '^(db|emails)/', pathNot: TEST },
      to: { path: '^(lib|app|components|e2e)/', pathNot: '^lib/kernel/unbroken\\.ts$' },
    },
    { name: 'db-and-emails-apart', severity: 'error', from: { path: '^db/' }, to: { path: '^emails/' } },
    { name: 'emails-and-db-apart', severity: 'error', from: { path: '^emails/' }, to: { path: '^db/' } },
    {
      name: 'next-in-app-only',
      severity: 'error',
      comment: 'The worker and the commands run lib, db and emails in plain Node.',
      from: { path: '^(db|emails|lib)/' },
      to: { path: '^(node_modules/)?next(-auth)?(/|$)' },
    },
    {
      name: 'drizzle-in-lib-and-db-only',
      severity: 'error',
      from: { path: '^(app|components|emails|e2e)/', pathNot: [TEST, '^app/_server/erasure/'] },
      to: { path: 'node_modules/drizzle-orm/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|\\.data|node_modules/(?!next/|drizzle-orm/|next-auth/))' },
    tsPreCompilationDeps: false,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
}
