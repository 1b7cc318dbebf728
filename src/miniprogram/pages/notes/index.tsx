import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { tappable } from '../../parts/aria'
import { PageShell } from '../../parts/page-shell'
import { comeBack } from '../../parts/ways'
import { keepNotes, notes } from '../../phone/notes'
import { Paper } from './paper'
import './index.scss'

/** What a glance over the shoulder sees after a quick hide: a page for notes, which it really is. */
export default function Notes() {
  const [first] = useState(notes)
  return (
    <PageShell title="记事" help={false} plain>
      <Paper first={first} onWrite={keepNotes} />
      <View className="notes__back" {...tappable(comeBack)}>
        <Text>返回首页</Text>
      </View>
    </PageShell>
  )
}
