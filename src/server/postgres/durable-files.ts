import { closeSync, fsyncSync, openSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { PGlite, type PGliteOptions } from '@electric-sql/pglite'
import { NodeFS } from '@electric-sql/pglite/nodefs'

/** The write-ahead log may take about this much room beside the data. */
export const MOST_LOG_MB = 64

/** Emscripten's file system of Node, as far as it is used here. */
type NodeFiles = { NODEFS: { stream_ops: { fsync?: (stream: { nfd: number }) => number } } }

/**
 * PGlite 0.5.16 starts PostgreSQL with -F (no fsync), its fdatasync does nothing, and Emscripten's NODEFS has no fsync: a commit
 * would outlive the process, but not the machine. With these options each commit reaches the disk before it is acknowledged.
 */
export function durable(folder: string): PGliteOptions {
  const files = new NodeFS(folder)
  const init = files.init.bind(files)
  files.init = async (pg, options) => {
    const prepared = await init(pg, options)
    const withFsync = (module: NodeFiles) => {
      module.NODEFS.stream_ops.fsync = ({ nfd }) => {
        fsyncSync(nfd)
        return 0
      }
    }
    const { emscriptenOpts } = prepared
    const preRun = [...(emscriptenOpts.preRun ?? []), withFsync] as typeof emscriptenOpts.preRun
    return { ...prepared, emscriptenOpts: { ...emscriptenOpts, preRun } }
  }
  const settings = ['wal_sync_method=fsync', 'min_wal_size=32MB', `max_wal_size=${MOST_LOG_MB}MB`]
  const startParams = [
    ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
    ...settings.flatMap((setting) => ['-c', setting]),
  ]
  return { fs: files, startParams }
}

export function fsyncPath(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Everything in a folder, and the folder, on the disk. */
export function fsyncTree(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) fsyncTree(join(folder, entry.name))
    else fsyncPath(join(folder, entry.name))
  fsyncPath(folder)
}
