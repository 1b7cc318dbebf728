import { Text, View } from '@tarojs/components'
import { AskNow } from '../../chat-entry/ask-now'
import { Directory } from '../../hotlines/directory'
import { OnTop } from '../../hotlines/on-top'
import { PageShell } from '../../parts/page-shell'
import { Row, Rows } from '../../parts/row'
import { go, paths } from '../../parts/ways'
import './index.scss'

/** The numbers on top need nothing but this phone; what the network knows comes beneath. */
export default function Counselling() {
  return (
    <PageShell title="聊" tab>
      <Text className="counselling__lead">想马上说说，可以直接打电话。不用登录，没有网络也能打。</Text>
      <OnTop />
      <AskNow />
      <View className="counselling__book">
        <Rows>
          <Row name="约咨询师" hint="选一个方便的时间，文字、电话或面谈" onTap={() => go(paths.counsellors)} />
          <Row name="没有合适的时间" hint="告诉我们什么时候方便，三天内答复" onTap={() => go(paths.wish)} />
        </Rows>
      </View>
      <Directory />
    </PageShell>
  )
}
