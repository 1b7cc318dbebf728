const clients = { path: '^src/(miniprogram|admin)/', pathNot: '\\.test\\.tsx?$' }

/** What may not be reached at run time, through any number of steps; types weigh nothing, so they are not followed. */
module.exports = [
  {
    name: 'clients-carry-no-schema',
    comment:
      'The schema library weighs 82 KB and compiles code at run time, which WeChat forbids: clients take types from the contract, never its schemas.',
    from: clients,
    to: { path: '^node_modules/zod(/|$)' },
  },
  {
    name: 'clients-carry-no-server',
    comment: 'Neither a database nor the cloud’s SDK may reach a phone or a browser.',
    from: clients,
    to: { path: '^node_modules/(pg|@electric-sql/pglite|wx-server-sdk|hono|@hono/node-server)(/|$)' },
  },
]
