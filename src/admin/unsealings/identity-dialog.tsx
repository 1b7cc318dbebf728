import { Button, Descriptions, Modal } from 'antd'
import { useEffect } from 'react'
import type { Output } from '../../contract'
import { shownInstant } from '../shell/time'
import { clockLeft } from './time-left'
import { useNow } from './use-now'

export type Identity = Output<'unsealings', 'open'>

/** Long enough to note down whom to reach, too short to be left lying open. */
export const OPEN_MS = 5 * 60_000

const Left = ({ until }: { until: number }) => <span className="figure">{clockLeft(until, useNow(1000))}</span>

type Props = { identity: Identity; until: number; onClose: () => void }

/** Closes by itself when the time is over, and when its owner turns to something else. */
export const IdentityDialog = ({ identity, until, onClose }: Props) => {
  useEffect(() => {
    const timer = setTimeout(onClose, until - Date.now())
    const away = () => {
      if (document.visibilityState === 'hidden') onClose()
    }
    document.addEventListener('visibilitychange', away)
    window.addEventListener('pagehide', onClose)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', away)
      window.removeEventListener('pagehide', onClose)
    }
  }, [until, onClose])

  return (
    <Modal
      open
      title={`「${identity.pseudonym}」的身份`}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          看好了，关闭
        </Button>
      }
    >
      <div className="stack stack-tight">
        <Descriptions
          className="identity"
          size="small"
          column={1}
          bordered
          styles={{ label: { width: 140 } }}
          items={[
            { key: 'nickname', label: '昵称', children: identity.nickname ?? '没有取昵称' },
            { key: 'branch', label: '所在单位', children: identity.branchPath.join(' / ') || '没有核对过单位' },
            ...(identity.memberSince
              ? [{ key: 'since', label: '核对单位的时间', children: shownInstant(identity.memberSince) }]
              : []),
          ]}
        />
        <p className="soft">
          这次查看已经写进本人的「谁看过我」。窗口在 <Left until={until} /> 后自动关闭，切换到别的页面也会关闭。
        </p>
      </div>
    </Modal>
  )
}
