import { Switch } from 'antd'
import type { State } from './bench'
import { hereWords } from './here-words'

type Props = { state: State; stoodUp: boolean; onChange: (wanted: boolean) => void }

export const HereSwitch = ({ state, stoodUp, onChange }: Props) => (
  <div className="bench-here">
    <div className="row">
      <Switch
        checked={state.wanted}
        onChange={onChange}
        aria-label="我在"
        aria-describedby="bench-here-words"
        disabled={!state.listed}
      />
      <strong aria-hidden>我在</strong>
    </div>
    <p className="soft" id="bench-here-words" role="status">
      {stoodUp && '半小时没有动静，已替您关上。'}
      {hereWords(state)}
    </p>
  </div>
)
