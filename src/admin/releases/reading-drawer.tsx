import { Alert, Button, Drawer } from 'antd'
import { useEffect, useState } from 'react'
import { instrumentAt } from '../../domain/instruments/all'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { DefinitionView } from './definition-view'
import type { ReleaseRow } from './releases-table'
import { isSame } from './same-definition'

type Props = { row: ReleaseRow; onReleased: (words: string) => void; onClose: () => void }

/** 「放行」 is there for whoever came to the end of the text, and only for the text that stands here. */
export const ReadingDrawer = ({ row, onReleased, onClose }: Props) => {
  const instrument = instrumentAt(row.instrumentId, row.version)
  const [same, setSame] = useState<boolean | null>(null)
  const [read, setRead] = useState(false)
  // A drawer puts its content in place later than this part is.
  const [end, setEnd] = useState<HTMLElement | null>(null)
  const release = useAction(api.releases.release)
  const own = row.by.some((one) => one.own)

  useEffect(() => {
    if (!instrument) return setSame(false)
    let current = true
    isSame(instrument, row.hash).then((answer) => current && setSame(answer))
    return () => {
      current = false
    }
  }, [instrument, row.hash])

  useEffect(() => {
    if (!end) return
    const watch = new IntersectionObserver((seen) => {
      if (seen.some(({ isIntersecting }) => isIntersecting)) setRead(true)
    })
    watch.observe(end)
    return () => watch.disconnect()
  }, [end])

  const submit = async () => {
    const { instrumentId, version, hash } = row
    const reply = await release.run({ instrumentId, version, hash })
    if (reply.ok) onReleased(row.by.length > 0 ? '两位都同意了，已放行' : '您已同意，还要另一位同事同意')
  }

  return (
    <Drawer
      open
      size={820}
      styles={{ body: { display: 'flex', overflow: 'hidden', padding: 0 } }}
      title={`${instrument?.title ?? row.instrumentId} · 第 ${row.version} 版`}
      closable={{ 'aria-label': '关闭' }}
      onClose={onClose}
      footer={
        <div className="row">
          <span className="soft">
            {own
              ? '您已经同意过这一版，要由另一位同事再同意。'
              : read
                ? '放行表示您读过全部文字、选项、分段和提示，并愿意为它负责。'
                : '读到末尾后可以放行。'}
          </span>
          <Button className="push" onClick={onClose}>
            关闭
          </Button>
          <Button type="primary" disabled={!read || !same || own} loading={release.busy} onClick={submit}>
            放行
          </Button>
        </div>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard */}
      <section className="release-text" aria-label="全文" tabIndex={0}>
        <div className="stack">
          {same === false && <Alert type="warning" showIcon title="这个页面上的文本不是最新的，请刷新页面后再读。" />}
          <RefusalNote refusal={release.refusal} />
          {instrument && <DefinitionView instrument={instrument} />}
          <p ref={setEnd} className="soft">
            到这里就读完了。文本指纹（SHA-256）<span className="release-hash">{row.hash}</span>
          </p>
        </div>
      </section>
    </Drawer>
  )
}
