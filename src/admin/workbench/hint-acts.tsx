import { Button } from 'antd'

export type HintAct = 'offer-help' | 'refer' | 'guidance'
export type HintActsProps = { onAct: (act: HintAct) => void }

const acts: readonly { act: HintAct; name: string }[] = [
  { act: 'offer-help', name: '请对方看求助页' },
  { act: 'refer', name: '转给值守' },
  { act: 'guidance', name: '怎么应对' },
]

/** Near the sentence that may have been read over. Nothing happens by itself. */
export const HintActs = ({ onAct }: HintActsProps) => (
  <div className="bench-hint">
    <p className="soft">这句话请留意。标记只有您看得到，不保存，也没有告诉任何人。</p>
    <div className="row row-wrap">
      {acts.map(({ act, name }) => (
        <Button key={act} size="small" onClick={() => onAct(act)}>
          {name}
        </Button>
      ))}
    </div>
  </div>
)
