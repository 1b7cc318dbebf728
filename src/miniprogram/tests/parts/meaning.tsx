import type { Instrument } from '../../../domain/instruments/instrument'
import { Paper, Said } from '../../privacy/parts/paper'

/** Two bands may rest on the same source. */
const sourcesOf = ({ scales }: Instrument) => [
  ...new Set(scales.flatMap(({ bands }) => bands.flatMap(({ source }) => source.split('；')))),
]

/** What a result is and is not: article 23 of the Mental Health Law leaves diagnosing to psychiatrists. */
export const Meaning = ({ instrument }: { instrument: Instrument }) => (
  <Paper title="怎么看这个结果">
    <Said about="它说明什么">
      您对这些问题的回答（时间范围：{instrument.recall}），按问卷原来的算法合在一起，在这条线上的位置。
    </Said>
    <Said about="它不说明什么">
      它是一次筛查，不是诊断，也不说明您是怎样的人。《精神卫生法》第二十三条规定，心理咨询的人不能做诊断；是不是生病，要由医院的精神科执业医师来判断。
    </Said>
    <Said about="线上的分界从哪来">{sourcesOf(instrument).join('；')}</Said>
  </Paper>
)
