import type { Instrument } from '../../../domain/instruments/instrument'
import { Paper, Quiet } from '../../privacy/parts/paper'

/** Where it comes from and on what terms: the authors ask to be named. */
export const Origin = ({ instrument }: { instrument: Instrument }) => {
  const { name, nameEn, source, licence } = instrument
  return (
    <Paper title="这份问卷从哪来">
      <Quiet>
        {name}，{nameEn}
      </Quiet>
      <Quiet>来源：{source}</Quiet>
      {licence.attribution ? <Quiet>署名：{licence.attribution}</Quiet> : null}
      {licence.owner ? <Quiet>权利人：{licence.owner}</Quiet> : null}
      <Quiet>许可：{licence.words}</Quiet>
    </Paper>
  )
}
