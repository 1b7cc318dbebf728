import { App, Button, Tag } from 'antd'
import { useDeferredValue, useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import type { Reply } from '../../../contract'
import type { DeskPiece } from '../../../contract/desk'
import { api } from '../../cloud/api'
import { RefusalNote } from '../../cloud/refusal-note'
import { useRead } from '../../cloud/use-read'
import { Waiting } from '../../shell/waiting'
import { shownBody } from '../body/sent-doc'
import { PhonePreview } from '../phone-preview'
import { StageTag } from '../stage-tag'
import { BackToList } from './back'
import { openDesk } from './desk'
import { plainForm, problemsOf } from './form'
import { LeavingAsked, useLeaving } from './leaving-asked'
import type { Limits } from './limits'
import { Moves } from './moves'
import { Notices } from './notices'
import { Overtaken } from './overtaken'
import { PieceForm } from './piece-form'
import { ReadOnly } from './read-only'
import { SaveState } from './save-state'

const AUTOSAVE_MS = 10_000

export const PieceDesk = ({ opened, onReopen }: { opened: DeskPiece; onReopen: () => void }) => {
  const { message } = App.useApp()
  const [desk] = useState(() => openDesk(opened, api.desk))
  const state = useSyncExternalStore(desk.subscribe, desk.now)
  const { piece, form, unsaved, work, overtaken } = state
  const writable = piece.moves.includes('save')
  const limits = useRead(
    `limits ${writable}`,
    async (): Promise<Reply<Limits | null, never>> => (writable ? api.uploads.limits({}) : { ok: true, data: null }),
  )
  const problems = useMemo(() => problemsOf(form), [form])

  const leaving = useLeaving(unsaved)
  const asked = leaving.state === 'blocked'

  // Whoever is asked whether to keep the changes decides that, not the clock.
  useEffect(() => {
    if (asked) return
    const timer = setInterval(() => void desk.save(), AUTOSAVE_MS)
    return () => clearInterval(timer)
  }, [desk, asked])

  useEffect(() => {
    document.title = `${piece.title || '内容'} · 心驿工作台`
  }, [piece.title])

  const drawn = useDeferredValue(form)
  const body = useMemo(() => shownBody(drawn.doc), [drawn.doc])

  const saveNow = async () => {
    if (problems.length > 0) message.warning(problems[0])
    else if (await desk.save()) message.success('已保存')
  }

  return (
    <>
      <header className="piece-head">
        <BackToList />
        <div className="row row-wrap">
          <h1 className="piece-name">{piece.title || '（还没有标题）'}</h1>
          <StageTag stage={piece.stage} />
          {piece.liveVersion !== null && <Tag>读者正在看第 {piece.liveVersion} 版</Tag>}
          <div className="row push">
            {writable && <SaveState state={state} blocked={problems.length > 0} />}
            {writable && (
              <Button
                onClick={saveNow}
                loading={work === 'saving'}
                disabled={!unsaved || overtaken || work === 'moving'}
              >
                保存
              </Button>
            )}
            <Moves desk={desk} state={state} />
          </div>
        </div>
        {overtaken && <Overtaken writing={unsaved} text={() => plainForm(desk.now().form)} onReopen={onReopen} />}
        <RefusalNote refusal={state.refusal} />
      </header>
      <Notices piece={piece} unsaved={unsaved} problems={problems} />
      <div className="piece-room">
        <div className="stack">
          {!writable && <ReadOnly piece={piece} />}
          {writable && limits.loading && <Waiting rows={12} />}
          {writable && <RefusalNote refusal={limits.refusal} onRetry={limits.reload} />}
          {writable && limits.data && (
            <PieceForm
              kind={piece.kind}
              form={form}
              now={() => desk.now().form}
              limits={limits.data}
              onChange={desk.edit}
            />
          )}
        </div>
        <aside className="piece-side" aria-label="手机预览">
          <PhonePreview piece={{ ...drawn, kind: piece.kind, body }} />
        </aside>
      </div>
      <LeavingAsked blocker={leaving} unsaved={unsaved} save={desk.save} />
    </>
  )
}
