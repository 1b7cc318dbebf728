import { Text, View } from '@tarojs/components'
import type { ShownLine } from '../../contract/hotlines'
import type { DayCalendar } from '../../domain/hotlines/hours'
import { hoursWords, standingWords } from '../../domain/hotlines/hours-words'
import { isSampleNumber } from '../../domain/hotlines/number'
import { costNames } from '../../domain/hotlines/words'
import { aria } from '../parts/aria'
import { DialButton, NoDial } from './dial-button'
import './hotlines.scss'

const Fact = ({ name, text }: { name: string; text: string }) => (
  <View className="hotline__fact">
    <Text>{`${name}：${text}`}</Text>
  </View>
)

export const LineCard = ({ line, now, calendar }: { line: ShownLine; now: Date; calendar: DayCalendar }) => {
  const { standing, words } = standingWords(line, now, calendar)
  return (
    <View className="hotline">
      <View className="hotline__head">
        <Text className="hotline__name" {...aria({ role: 'heading', level: 3 })}>
          {line.name}
        </Text>
        {line.sample ? <Text className="hotline__sample">示例</Text> : null}
      </View>
      <View className="hotline__standing">
        <View className={`hotline__mark hotline__mark--${standing}`} {...aria({ hidden: true })} />
        <Text className="hotline__standing-words">{words}</Text>
      </View>
      <Fact name="接听时间" text={hoursWords(line.hours)} />
      <Fact name="谁来接" text={line.answeredBy} />
      <Fact name="费用" text={costNames[line.cost]} />
      <Fact name="匿名" text={line.anonymous ? '可以不说名字' : '会问您的姓名'} />
      <View className="hotline__dials">
        {line.numbers.map((number) =>
          isSampleNumber(number) ? (
            <NoDial key={number} />
          ) : (
            <DialButton key={number} number={number} name={line.name} use={`hotlines.dialled.${line.dialId}`} />
          ),
        )}
      </View>
    </View>
  )
}
