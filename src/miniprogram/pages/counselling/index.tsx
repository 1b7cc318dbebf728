import { Text } from '@tarojs/components'
import { Directory } from '../../hotlines/directory'
import { OnTop } from '../../hotlines/on-top'
import { PageShell } from '../../parts/page-shell'
import './index.scss'

/** The numbers on top need nothing but this phone; what the network knows comes beneath. */
export default function Counselling() {
  return (
    <PageShell title="聊" tab>
      <Text className="counselling__lead">想找人说说，可以直接打电话。不用登录，没有网络也能打。</Text>
      <OnTop />
      <Directory />
    </PageShell>
  )
}
