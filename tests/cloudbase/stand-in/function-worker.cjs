// One instance of a cloud function: requires the built bundle once, then runs one invocation at a time.
const { parentPort, workerData } = require('node:worker_threads')

let main

function load() {
  main ??= require(workerData.file).main
  if (typeof main !== 'function') throw new TypeError(`${workerData.file} does not export main(event, context)`)
  return main
}

const perInvocation = (key) => /^(WX_|TCB_)/.test(key) || key === 'TRIGGER_SRC' || key === 'LOGINTYPE'

/** Keeps what the names in `keep` hold; everything else of the last invocation goes before the next one comes. */
function setEnvironment(keys, keep) {
  for (const key of Object.keys(process.env)) {
    if (perInvocation(key) && !keep.includes(key)) delete process.env[key]
  }
  for (const [key, value] of Object.entries(keys)) {
    if (!keep.includes(key) || process.env[key] === undefined) process.env[key] = value
  }
}

function told(error) {
  if (error instanceof Error) return { errorMessage: error.message, errorType: error.name, stackTrace: error.stack }
  return { errorMessage: typeof error === 'string' ? error : JSON.stringify(error), errorType: typeof error }
}

parentPort.on('message', async ({ event, context, keys, keep }) => {
  setEnvironment(keys, keep)
  try {
    const run = load()
    parentPort.postMessage({ started: true })
    const result = await run(event, context)
    parentPort.postMessage({ json: JSON.stringify(result) ?? 'null' })
  } catch (error) {
    parentPort.postMessage({ failed: told(error) })
  }
})
