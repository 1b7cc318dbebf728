// Runs in a process and a folder of its own, because miniprogram-ci prints, forks and leaves folders behind.
// usage: node wechat-tools.mjs <dist> <report.json>
import { generateKeyPairSync } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'

const require = createRequire(import.meta.url)
const ci = require('miniprogram-ci')
const { schemaValidate } = require('miniprogram-ci/dist/modules/corecompiler/original/validate/schemaValidate.js')

const [dist, report] = process.argv.slice(2)
const errors = []
const warnings = []

/** What WeChat's servers say about a mini-program, and the limits of an ordinary one. */
const ATTRIBUTES = {
  platform: false,
  appType: 0,
  gameApp: false,
  isSandbox: true,
  released: false,
  setting: {
    MaxCodeSize: 2,
    MaxSubpackageSubCodeSize: 2,
    MaxSubpackageFullCodeSize: 30,
    NavigateMiniprogramLimit: 10,
    MaxTabbarCount: 5,
    MinTabbarCount: 2,
    MaxTabbarIconSize: 40,
  },
}

function checkSchemas() {
  const app = readJson('app.json')
  const subPackages = app.subPackages ?? app.subpackages ?? []
  const pages = [
    ...app.pages,
    ...subPackages.flatMap((sub) => sub.pages.map((page) => path.posix.join(sub.root, page))),
  ]
  validate('app', 'app.json')
  for (const page of pages) validate('page', `${page}.json`)
  if (app.sitemapLocation) validate('sitemap', app.sitemapLocation)
  if (app.themeLocation) validate('theme', app.themeLocation)
}

function validate(schema, file) {
  if (!existsSync(path.join(dist, file))) return
  const { warning, error } = schemaValidate(schema, readJson(file))
  if (warning) errors.push(`${file} has a key WeChat does not know: ${warning}`)
  for (const found of error)
    errors.push(
      `${file} ${found.errorProperty || '/'} ${found.errorType} ${found.correctType ?? found.requireProperty}`,
    )
}

/** The sizes of the files an upload would send. */
async function compile() {
  try {
    const setting = { es6: false, minify: true, ...readProjectSetting() }
    const files = await ci.getCompiledResult({ project: project(), desc: '-', version: '1.0.0', setting })
    return Object.fromEntries(Object.entries(files).map(([file, content]) => [file, Buffer.byteLength(content)]))
  } catch (error) {
    errors.push(`WeChat's compiler refuses it: ${error.message}`)
    return undefined
  }
}

/** The analyser tells what it cannot resolve on the console only. */
async function analyse() {
  const said = []
  const { warn: usual } = console
  console.warn = (...parts) => said.push(parts.map((part) => part?.message ?? String(part)).join(' '))
  try {
    await ci.analyseCode(project())
  } catch (error) {
    said.push(error.message)
  } finally {
    console.warn = usual
  }
  for (const line of said)
    if (!/(resolve dep failed|build failed)$/.test(line)) errors.push(`WeChat's analyser: ${line}`)
}

/** Compression is the uploader's setting; on-demand injection has a check of its own. */
async function checkQuality() {
  for (const { name, success, text, detail } of await ci.checkCodeQuality(project()))
    if (!success && !/COMPRESS|LAZYCODE/.test(name))
      warnings.push(`WeChat's quality check ${name}: ${text} ${JSON.stringify(detail ?? '').slice(0, 300)}`)
}

function project() {
  const options = {
    appid: 'wx0123456789abcdef',
    type: 'miniProgram',
    projectPath: dist,
    privateKeyPath: keyFile,
    ignores: [],
  }
  const made = new ci.Project(options)
  made.attr = async () => ATTRIBUTES
  return made
}

/** Nothing is sent, so nothing is signed: any key will do. */
function throwAwayKey() {
  const file = path.join(process.cwd(), 'throw-away.key')
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  })
  writeFileSync(file, privateKey, { mode: 0o600 })
  return file
}

function readProjectSetting() {
  return existsSync(path.join(dist, 'project.config.json')) ? readJson('project.config.json').setting : {}
}

function readJson(file) {
  return JSON.parse(readFileSync(path.join(dist, file), 'utf8'))
}

const keyFile = throwAwayKey()
checkSchemas()
const uploaded = await compile()
await analyse()
await checkQuality()
writeFileSync(report, JSON.stringify({ errors, warnings, uploaded }))
process.exit(0)
