import { Text, View } from '@tarojs/components'
import { aria } from '../../../parts/aria'
import { Icon } from '../../../parts/icon'
import { PageShell } from '../../../parts/page-shell'
import { Row, Rows } from '../../../parts/row'
import { go, paths } from '../../../parts/ways'
import { answers } from '../../parts/answers'
import './index.scss'

export default function Centre() {
  return (
    <PageShell title="隐私中心">
      <View className="centre__answers">
        {answers.map(({ icon, question, answer }) => (
          <View key={question} className="centre__answer">
            <View className="centre__question">
              <Icon name={icon} />
              <Text className="centre__question-text" {...aria({ role: 'heading', level: 2 })}>
                {question}
              </Text>
            </View>
            <Text className="centre__words">{answer}</Text>
          </View>
        ))}
      </View>
      <Rows>
        <Row name="分功能说明" hint="每一项功能存什么、谁能看" onTap={() => go(paths.features)} />
        <Row name="存了什么" hint="一共几条，什么时候清除" onTap={() => go(paths.stored)} />
        <Row name="谁看过我" hint="谁、什么时候、为什么" onTap={() => go(paths.readings)} />
        <Row name="我同意过的" hint="随时可以撤回" onTap={() => go(paths.consents)} />
        <Row name="带走一份" hint="把存着的都交给您" onTap={() => go(paths.takeAway)} />
        <Row name="删除" hint="删一类，或者全部" onTap={() => go(paths.destroy)} />
      </Rows>
    </PageShell>
  )
}
