import { App, Button } from 'antd'
import { useState } from 'react'
import type { ProgrammedEvent } from '../../contract/events'
import { mayDo } from '../../contract/permissions'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { CopyDialog } from './copy-dialog'
import { MoveDialog } from './move-dialog'
import { SayDialog } from './say-dialog'
import { useMyRoles } from './use-my-roles'

type Asked = 'send-back' | 'cancel' | 'move' | 'copy' | null

/** Where it goes from here. What needs a second person is not offered to the first. */
export const PlanMoves = ({ event, onChanged }: { event: ProgrammedEvent; onChanged: () => void }) => {
  const { message, modal } = App.useApp()
  const roles = useMyRoles()
  const [asked, setAsked] = useState<Asked>(null)
  const withdraw = useAction(api.programme.withdraw)
  const release = useAction(api.programme.release)
  const { id: eventId, revision, state, own, stand } = event
  const at = { eventId, revision }
  const isHost = mayDo('programme.withdraw', roles)
  const isAhead = state === 'announced' && stand !== 'held'

  const done = (words: string) => {
    setAsked(null)
    message.success(words)
    onChanged()
  }
  const takeBack = async () => {
    const reply = await withdraw.run(at)
    if (reply.ok) done('已撤回，可以接着写')
  }
  const letOut = () =>
    modal.confirm({
      title: '发布这场活动吗',
      content: '发布后大家马上看得到，名额开始计数；之后只能改时间、地点，或取消。',
      okText: '发布',
      cancelText: '先不',
      onOk: async () => {
        const reply = await release.run(at)
        if (reply.ok) done('已发布')
      },
    })

  return (
    <div className="stack stack-tight">
      <div className="row row-wrap">
        {state === 'in-review' && !own && mayDo('programme.release', roles) && (
          <Button type="primary" loading={release.busy} onClick={letOut}>
            发布
          </Button>
        )}
        {state === 'in-review' && !own && <Button onClick={() => setAsked('send-back')}>退回修改</Button>}
        {state === 'in-review' && isHost && (
          <Button loading={withdraw.busy} onClick={takeBack}>
            撤回
          </Button>
        )}
        {state === 'in-review' && own && <span className="soft">自己写的要由同事发布，已经在「等审核」里了。</span>}
        {isAhead && isHost && <Button onClick={() => setAsked('move')}>改时间或地点</Button>}
        {state !== 'draft' && isHost && event.times.length > 0 && (
          <Button onClick={() => setAsked('copy')}>照这一场再办</Button>
        )}
        {isAhead && mayDo('programme.cancel', roles) && (
          <Button className="push" danger onClick={() => setAsked('cancel')}>
            取消活动
          </Button>
        )}
      </div>
      <RefusalNote refusal={release.refusal ?? withdraw.refusal} />
      {asked === 'send-back' && (
        <SayDialog
          title="退回给写的人"
          label="哪里要改"
          hint="只有组织者和管理员看得到"
          ok="退回"
          most={200}
          call={(why) => api.programme.sendBack({ ...at, why })}
          onDone={() => done('已退回')}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'cancel' && (
        <SayDialog
          danger
          title="取消这场活动吗"
          label="告诉大家的话"
          hint="报了名的都会收到通知。取消以后不能再恢复"
          ok="取消活动"
          most={100}
          call={(said) => api.programme.cancel({ ...at, said })}
          onDone={() => done('已取消，会告诉报了名的人')}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'move' && (
        <MoveDialog event={event} onMoved={() => done('改好了，会告诉报了名的人')} onClose={() => setAsked(null)} />
      )}
      {asked === 'copy' && (
        <CopyDialog
          event={event}
          onCopied={(amount) => done(`做成了 ${amount} 份草稿，在「我写的」里`)}
          onClose={() => setAsked(null)}
        />
      )}
    </div>
  )
}
