const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })
const tests = ['^tests/', '\\.test\\.tsx?$']

/**
 * Who may import whom, types included. The cruiser misses `export type … from` and `import('…').Type` under TypeScript 7;
 * `scripts/checks/type-imports.mjs` holds those to this same table.
 */
module.exports = {
  forbidden: [
    rule('no-cycles', 'A cycle has no place to start reading.', {}, { circular: true }),
    rule(
      'nothing-dangles',
      'What cannot be found here cannot be found on a fresh machine.',
      { path: '^(src|cloudfunctions)/' },
      { couldNotResolve: true },
    ),
    rule(
      'domain-is-pure',
      'Rules take values and give values: no SDK, no clock, no framework, no schema. They may know dates and the working calendar.',
      { path: '^src/domain/', pathNot: tests },
      { pathNot: ['^src/domain/', '(^|/)node_modules/(dayjs|chinese-days)(/|$)'] },
    ),
    rule(
      'contract-is-small',
      'The contract says what may be asked and answered: words of the domain and zod, nothing else.',
      { path: '^src/contract/', pathNot: tests },
      { pathNot: ['^src/(contract|domain)/', '(^|/)node_modules/zod(/|$)'] },
    ),
    rule(
      'clients-know-the-contract',
      'A client asks through the contract: it never reaches into the cloud, the server or the other client.',
      { path: '^src/(miniprogram|admin)/' },
      { path: ['^cloudfunctions/', '^src/'], pathNot: ['^src/(contract|domain|$1)/', '^src/[^/]+\\.d\\.ts$'] },
    ),
    rule(
      'functions-stay-apart',
      'Each function is uploaded alone: they share through the domain, the contract and the kit. Of another only its declarations and its door are public, store.ts and open.ts; the inventory is for the clock, which sweeps what was kept long enough.',
      { path: '^cloudfunctions/([^_/][^/]*)/', pathNot: tests },
      {
        path: '^cloudfunctions/',
        pathNot: [
          '^cloudfunctions/($1|_kit)/',
          '^cloudfunctions/[^/]+/(store|open|jobs)\\.ts$',
          '^cloudfunctions/people/inventory\\.ts$',
        ],
      },
    ),
    rule(
      'jobs-are-for-the-clock',
      'Work without a caller has one owner: the clock alone takes jobs and the inventory they sweep.',
      { path: '^cloudfunctions/([^_/][^/]*)/', pathNot: ['^cloudfunctions/clock/', ...tests] },
      {
        path: ['^cloudfunctions/[^/]+/jobs\\.ts$', '^cloudfunctions/people/inventory\\.ts$'],
        pathNot: '^cloudfunctions/$1/',
      },
    ),
    rule(
      'people-keep-people',
      'What is stored about a person stays in the function that answers for it: no other opens its collections, and the clock only by the inventory.',
      { path: '^cloudfunctions/([^_/][^/]*)/', pathNot: ['^cloudfunctions/people/', ...tests] },
      { path: '^cloudfunctions/people/store\\.ts$' },
    ),
    rule(
      'kit-knows-no-function',
      'The kit serves every function, so it can know none of them.',
      { path: '^cloudfunctions/_kit/', pathNot: tests },
      { path: '^cloudfunctions/', pathNot: '^cloudfunctions/_kit/' },
    ),
    rule(
      'cloud-knows-no-client',
      'The cloud answers whoever asks: it never imports a screen, nor the server that may carry it.',
      { path: '^cloudfunctions/', pathNot: tests },
      { path: '^src/(miniprogram|admin|server)/' },
    ),
    rule(
      'server-knows-no-client',
      'The server hands out built clients as files; it never imports their code.',
      { path: '^src/server/', pathNot: tests },
      { path: '^src/(miniprogram|admin)/' },
    ),
    rule(
      'one-door-to-wechat',
      'Only the platform folder touches the SDK: its traps are handled once.',
      { path: '^(src|cloudfunctions)/', pathNot: '^cloudfunctions/_kit/platform/' },
      { path: '(^|/)node_modules/wx-server-sdk(/|$)' },
    ),
    rule(
      'only-an-entry-opens-that-door',
      'Everything but a function’s index.ts runs on any database, so that the same code is tested, served and deployed.',
      {
        path: '^(src|cloudfunctions)/',
        pathNot: ['^cloudfunctions/[^_/][^/]*/index\\.ts$', '^cloudfunctions/_kit/platform/', ...tests],
      },
      { path: '^cloudfunctions/_kit/platform/' },
    ),
    rule(
      'postgres-lives-in-the-server',
      'SQL has one home; everything else speaks to the database port.',
      { path: '^(src|cloudfunctions)/', pathNot: ['^src/server/', ...tests] },
      { path: '(^|/)node_modules/(pg|@types/pg|@electric-sql/pglite)(/|$)' },
    ),
    rule(
      'nothing-imports-tests',
      'Tests are leaves: a product that leans on them ships them.',
      { path: '^(src|cloudfunctions|config|scripts)/', pathNot: tests },
      { path: tests },
    ),
    rule(
      'stand-in-knows-nothing-of-ours',
      'The stand-in for the cloud is a witness: if it shared our code it would share our mistakes.',
      { path: '^tests/cloudbase/stand-in/' },
      { path: '^(src|cloudfunctions)/' },
    ),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(scss|css|png|jpg|jpeg|svg|mp3|mp4|vtt|json)$' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
}
