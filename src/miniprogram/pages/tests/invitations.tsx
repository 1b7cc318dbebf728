import { Text, View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import { useState } from 'react'
import type { Output } from '../../../contract'
import { briefs, minutesFor } from '../../../domain/instruments/briefs'
import { api } from '../../cloud/api'
import { isStranger } from '../../cloud/stranger'
import { aria } from '../../parts/aria'
import { Button } from '../../parts/button'
import { go, wayToSurvey } from '../../parts/ways'
import { minuteOf } from '../../phone/times'

type Invited = Output<'surveys', 'invited'>['rows'][number]

const Card = ({ survey: { id, branchName, instrumentId, until, answered } }: { survey: Invited }) => {
  const { title, questions } = briefs[instrumentId]
  return (
    <View className="tests__card">
      <Text className="tests__name" {...aria({ role: 'heading', level: 2 })}>
        {answered ? `「${title}」您已经答过了` : `${branchName}邀请您答一份「${title}」`}
      </Text>
      <Text className="tests__hint">
        {answered
          ? `谢谢您。${minuteOf(until)} 以前，可以收回。`
          : `${questions} 题，约 ${minutesFor(questions)} 分钟，${minuteOf(until)} 截止。答不答都可以，谁也看不到您答没答、怎么答。`}
      </Text>
      <Button
        text={answered ? '看看或收回' : '先看看说明'}
        label={answered ? `看看或收回：${title}` : `先看看说明：${title}`}
        kind={answered ? 'plain' : 'primary'}
        onTap={() => go(wayToSurvey(id))}
      />
    </View>
  )
}

/** Nothing at all where there is none, where nobody is known to be a member, and off line. */
export const Invitations = () => {
  const [rows, setRows] = useState<readonly Invited[]>([])
  useDidShow(() => {
    if (isStranger()) return setRows([])
    void api.surveys.invited({}).then((reply) => setRows(reply.ok ? reply.data.rows : []))
  })
  return (
    <View>
      {rows.map((survey) => (
        <Card key={survey.id} survey={survey} />
      ))}
    </View>
  )
}
