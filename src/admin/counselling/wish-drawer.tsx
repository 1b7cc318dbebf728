import { Alert, Button, Descriptions, Drawer } from 'antd'
import { useCallback, useState } from 'react'
import { mayDo } from '../../contract/permissions'
import { fieldNames, modeNames } from '../../domain/counsellors/words'
import { dayOf } from '../../domain/time'
import { MOST_PROPOSALS } from '../../domain/wishes/wish'
import { timeOfDayNames } from '../../domain/wishes/words'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { due } from '../duty/turn'
import { useMe } from '../duty/use-me'
import { dayName } from '../duty/week'
import { shownClock, shownInstant } from '../shell/time'
import { useNow } from '../unsealings/use-now'
import { LookDialog } from './look-dialog'
import { type Chosen, SlotChoice, type WishRow } from './slot-choice'

type Props = { wish: WishRow; onAnswered: () => void; onClose: () => void }

export const sayTimes = ({ times }: Pick<WishRow, 'times'>) => times.map((time) => timeOfDayNames[time]).join('、')

const sayChosen = ({ name, from, mode }: Chosen) =>
  `${name}，${dayName(dayOf(from))} ${shownClock(from)}，${modeNames[mode]}`

/** Up to three times to choose from, or the answer that there is none: both are better than silence. */
export const WishDrawer = ({ wish, onAnswered, onClose }: Props) => {
  const me = useMe()
  const now = useNow(30_000)
  const answer = useAction(api.wishes.answer)
  const [chosen, setChosen] = useState<Chosen[]>([])
  const [reading, setReading] = useState(false)
  const [saysNone, setSaysNone] = useState(false)
  const stopReading = useCallback(() => setReading(false), [])
  const send = async () => {
    const proposals = chosen.map(({ staffId, from, mode }) => ({ staffId, from, mode }))
    if ((await answer.run({ wishId: wish.id, proposals })).ok) onAnswered()
  }

  return (
    <Drawer
      open
      size={680}
      title={`${shownInstant(wish.askedAt)} 说约不上的`}
      closable={{ 'aria-label': '关闭' }}
      onClose={onClose}
      footer={
        <div className="stack stack-tight">
          <RefusalNote refusal={answer.refusal} />
          {saysNone && (
            <Alert
              type="info"
              showIcon
              title="对方会收到通知，看到这次没有找到合适的时间，可以再说一次、排候补，或打热线。这一条就此答复，不能再改。"
            />
          )}
          <div className="row">
            {saysNone ? (
              <>
                <Button onClick={() => setSaysNone(false)}>再找找</Button>
                <Button type="primary" loading={answer.busy} onClick={send}>
                  就这样答复
                </Button>
              </>
            ) : (
              <>
                <Button disabled={chosen.length > 0} onClick={() => setSaysNone(true)}>
                  没有找到合适的
                </Button>
                <Button
                  type="primary"
                  className="push"
                  disabled={chosen.length === 0}
                  loading={answer.busy}
                  onClick={send}
                >
                  {chosen.length === 0 ? '请选一到三个时间' : `把这 ${chosen.length} 个时间告诉对方`}
                </Button>
              </>
            )}
          </div>
        </div>
      }
    >
      <div className="stack">
        <Descriptions
          size="small"
          column={1}
          bordered
          styles={{ label: { width: 110 } }}
          items={[
            { key: 'times', label: '合适的时段', children: sayTimes(wish) },
            { key: 'mode', label: '方式', children: wish.mode ? modeNames[wish.mode] : '都可以' },
            { key: 'field', label: '方向', children: wish.field ? fieldNames[wish.field] : '没有说' },
            {
              key: 'promise',
              label: '答应答复',
              children: `${shownInstant(wish.promisedAt)} 前，${due(wish.promisedAt, now)}`,
            },
          ]}
        />
        {me && mayDo('wishes.words', me.roles) && (
          <div className="row">
            <Button onClick={() => setReading(true)}>看对方写的话</Button>
            <span className="soft">每看一次，本人都会在「谁看过我」里看到。</span>
          </div>
        )}
        <section className="stack stack-tight" aria-label="选好的时间">
          <h2>
            选好的时间（{chosen.length}/{MOST_PROPOSALS}）
          </h2>
          {chosen.length === 0 && (
            <p className="soft">从下面选一到三个。它们不会为对方留着，先约先得，请尽量选几个。</p>
          )}
          {chosen.map((one) => (
            <div key={`${one.staffId} ${one.from}`} className="row">
              <span className="figure">{sayChosen(one)}</span>
              <Button
                size="small"
                aria-label={`去掉 ${sayChosen(one)}`}
                onClick={() => setChosen(chosen.filter((other) => other !== one))}
              >
                去掉
              </Button>
            </div>
          ))}
        </section>
        <section className="stack stack-tight" aria-label="现在空着的时间">
          <h2>现在空着的时间</h2>
          <SlotChoice
            wish={wish}
            chosen={chosen}
            full={chosen.length >= MOST_PROPOSALS}
            onChoose={(one) => {
              setSaysNone(false)
              setChosen([...chosen, one].toSorted((a, b) => (a.from < b.from ? -1 : 1)))
            }}
          />
        </section>
      </div>
      {reading && (
        <LookDialog
          title="对方写的话"
          explain="这段话是写给为对方找时间的咨询师的。每看一次，本人都会在「谁看过我」里看到时间和您的角色。"
          okText="知道了，打开"
          ask={() => api.wishes.words({ wishId: wish.id })}
          onClose={stopReading}
        >
          {({ words }) => (words === '' ? <p>对方没有写别的话。</p> : <p className="booking-card">{words}</p>)}
        </LookDialog>
      )}
    </Drawer>
  )
}
