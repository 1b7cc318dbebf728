import { useEffect, useRef, useState } from 'react'
import type { Progress } from '../../../contract/imports'
import { api } from '../../cloud/api'
import type { Refused } from '../../cloud/refusal'
import type { Place } from '../scopes'
import { importIdOf } from './import-id'
import { type Pace, paceOf } from './pace'
import { untilAgain } from './patience'
import { countLines, type List, type ListProblem, linesOf, openList, piecesOf } from './read-list'
import { sendList } from './send-list'

export type Mode = 'add' | 'remove'
export type Counted = { list: List; lines: number }

export type Stage =
  | { at: 'choosing'; problem: ListProblem | null }
  | { at: 'counting'; file: File; read: number }
  | { at: 'ready'; counted: Counted }
  | { at: 'imported-before'; counted: Counted; progress: Progress; round: number }
  | {
      at: 'sending'
      counted: Counted
      progress: Progress | null
      pace: Pace | null
      hindered: Refused | null
      since: number
      round: number
    }
  | { at: 'halted'; counted: Counted; progress: Progress | null; refusal: Refused | null; round: number }
  | { at: 'ended'; progress: Progress }

const START: Stage = { at: 'choosing', problem: null }

/** As the contract's file name. */
const LONGEST_NAME = 80

/** From the choice of a file to the report; nothing of the file is kept anywhere but in this page while it is open. */
export const useImport = (staffId: string, branch: Place | null, mode: Mode, onEnded: (progress: Progress) => void) => {
  const [stage, setStage] = useState<Stage>(START)
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const anew = () => {
    running.current?.abort()
    const run = new AbortController()
    running.current = run
    const show = (next: Stage) => {
      if (!run.signal.aborted) setStage(next)
    }
    return { signal: run.signal, show }
  }

  const choose = async (file: File) => {
    const { signal, show } = anew()
    show({ at: 'counting', file, read: 0 })
    const list = await openList(file)
    if (typeof list === 'string') return show({ at: 'choosing', problem: list })
    const lines = await countLines(list, (read) => show({ at: 'counting', file, read }), signal).catch(
      (fault: unknown) => {
        if (signal.aborted) return null
        throw fault
      },
    )
    if (lines === null) return
    show(typeof lines === 'string' ? { at: 'choosing', problem: lines } : { at: 'ready', counted: { list, lines } })
  }

  const start = async (counted: Counted, round = 0) => {
    if (!branch) return
    const { signal, show } = anew()
    const { list, lines } = counted
    const importId = importIdOf({ staffId, branchId: branch.id, mode, file: list.file, round })
    let progress: Progress | null = null
    const halt = (refusal: Refused | null) => show({ at: 'halted', counted, progress, refusal, round })

    show({ at: 'sending', counted, progress, pace: null, hindered: null, since: 0, round })
    const begun = await api.imports.begin({
      branchId: branch.id,
      importId,
      mode,
      fileName: list.file.name.trim().slice(0, LONGEST_NAME),
      lines,
    })
    if (!begun.ok) return halt(begun)
    progress = begun.data
    if (begun.data.endedAt) return show({ at: 'imported-before', counted, progress: begun.data, round })

    const seenBefore = begun.data.seen
    const startedAt = performance.now()
    const sending = (now: Progress, hindered: Refused | null) => {
      const pace = paceOf(now.seen - seenBefore, lines - now.seen, (performance.now() - startedAt) / 1000)
      show({ at: 'sending', counted, progress: now, pace, hindered, since: seenBefore, round })
    }
    sending(begun.data, null)

    const outcome = await sendList({
      pieces: piecesOf(linesOf(list)),
      from: begun.data.nextPiece,
      send: (piece) => api.imports.piece({ importId, ...piece }),
      progressed: (now) => {
        progress = now
        sending(now, null)
      },
      patience: (refusal, tries) => {
        if (progress) sending(progress, refusal)
        return untilAgain(refusal.code, tries, signal)
      },
      signal,
    })
    if (outcome.end === 'stopped') return
    if (outcome.end === 'problem') return show({ at: 'choosing', problem: outcome.problem })
    if (outcome.end === 'refused') return halt(outcome.refusal)
    const ended = await api.imports.finish({ importId })
    if (!ended.ok) return halt(ended)
    show({ at: 'ended', progress: ended.data })
    onEnded(ended.data)
  }

  const halt = () => {
    running.current?.abort()
    setStage((now) =>
      now.at === 'sending'
        ? { at: 'halted', counted: now.counted, progress: now.progress, refusal: null, round: now.round }
        : START,
    )
  }

  const again = () => {
    running.current?.abort()
    setStage(START)
  }

  return { stage, choose, start, halt, again }
}
