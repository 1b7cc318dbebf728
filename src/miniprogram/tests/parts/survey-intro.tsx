import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../contract'
import { briefs, minutesFor } from '../../../domain/instruments/briefs'
import { Bones } from '../../parts/bones'
import { Button } from '../../parts/button'
import { SwitchRow } from '../../parts/switch-row'
import { Trouble } from '../../parts/trouble'
import { go, paths, wayToConsent } from '../../parts/ways'
import { minuteOf } from '../../phone/times'
import { Buttons, Line, Paper, Said } from '../../privacy/parts/paper'
import { useConsents } from '../../privacy/parts/use-consents'

export type Invited = Output<'surveys', 'invited'>['rows'][number]

const Explained = ({ survey: { branchName, until } }: { survey: Invited }) => (
  <Paper title="先知道这几件事">
    <Said about="谁在问">{branchName}，想知道大家过得怎么样，好安排一些服务。答不答都可以，不影响任何服务。</Said>
    <Said about="工会会看到什么">
      {minuteOf(until)} 结束以后，只公布一次合计：多少人答了，每一档有多少人。不到 10 人的数，一律不显示。
    </Said>
    <Said about="谁也看不到什么">
      您答没答、选了什么、落在哪一档，工会、单位、人事和管理员都看不到。您选的每一项不存；落在哪一档，锁到合计那天，数完立即清除。
    </Said>
    <Said about="反悔了">结束以前随时可以收回；撤回同意、退出单位或注销账户，也不再算您。</Said>
  </Paper>
)

/** Whoever has not agreed yet is led to the words first. */
export const SurveyIntro = ({ survey, onBegin }: { survey: Invited; onBegin: () => void }) => {
  const [adult, setAdult] = useState(false)
  const { own: consents, retry } = useConsents()
  const { title, questions } = briefs[survey.instrumentId]
  const agreed =
    consents.state === 'shown' && consents.data.rows.some(({ purpose, given }) => purpose === 'figures' && given)
  const missing = consents.state === 'shown' && !agreed
  return (
    <View>
      <Text className="survey__lead">
        {survey.branchName}邀请您答一份「{title}」：{questions} 题，约 {minutesFor(questions)} 分钟。
      </Text>
      <Explained survey={survey} />
      {consents.state === 'waiting' ? <Bones rows={1} /> : null}
      {missing ? (
        <Buttons>
          <Text className="survey__hint">开始以前，请先看一看「算进单位的合计」是什么意思，再决定同不同意。</Text>
          <Button text="看看说明再决定" kind="primary" onTap={() => go(wayToConsent('figures'))} />
        </Buttons>
      ) : null}
      {consents.state === 'refused' ? <Trouble code={consents.code} onRetry={retry} /> : null}
      {agreed ? (
        <View>
          <View className="survey__choice">
            <SwitchRow name="我已满 18 岁" on={adult} onTurn={setAdult} />
          </View>
          <Buttons>
            {adult ? null : <Text className="survey__hint">请先确认上面的年龄。</Text>}
            <Button text="开始" kind="primary" disabled={!adult} onTap={onBegin} />
          </Buttons>
        </View>
      ) : null}
      <Buttons>
        <Button text="这次不答" onTap={() => go(paths.tests)} />
      </Buttons>
    </View>
  )
}

export const SomebodyToTalkTo = () => (
  <Paper title="想找人说说">
    <Line>不管答了什么，觉得难受就可以找人说。打电话不用登录，也可以不说名字。</Line>
    <Buttons>
      <Button text="看求助电话" onTap={() => go(paths.help)} />
    </Buttons>
  </Paper>
)
