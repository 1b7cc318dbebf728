import { Text, View } from '@tarojs/components'
import type { Output } from '../../../contract'
import { aria } from '../../parts/aria'
import { dateOf, hoursOf } from '../../phone/times'
import './certificate-sheet.scss'

type Certificate = Output<'ratings', 'certificate'>

const comeWords = ({ times, timesCome }: Certificate) =>
  times.length === 1 ? '到场参加' : `共 ${times.length} 次，到场 ${timesCome} 次`

/** Plain enough to print, or to be pictured and shown. The name is what was typed on this phone, or a line to write on. */
export const CertificateSheet = ({ certificate, name }: { certificate: Certificate; name: string }) => {
  const { title, branchName, times, hours, number } = certificate
  return (
    <View className="certificate">
      <Text className="certificate__title" {...aria({ role: 'heading', level: 2 })}>
        学时证明
      </Text>
      <View className="certificate__person">
        <Text className="certificate__about">姓名</Text>
        <Text
          className="certificate__name"
          {...(name === '' ? aria({ role: 'text', label: '空着，可以打印后手写' }) : {})}
        >
          {name}
        </Text>
      </View>
      <Text className="certificate__line">
        参加{branchName}组织的「{title}」，{comeWords(certificate)}，计 {hours} 学时。
      </Text>
      <Text className="certificate__about">活动时间</Text>
      {times.map((time) => (
        <Text key={time.from} className="certificate__line">
          {dateOf(time.from)} {hoursOf(time)}
        </Text>
      ))}
      <Text className="certificate__about">证明编号</Text>
      <Text userSelect className="certificate__number">
        {number}
      </Text>
      <Text className="certificate__small">
        核对办法：请向{branchName}的活动组织者报出活动名称和编号，组织者在管理后台「活动 →
        核对证明」里查，能看到编号是不是真的、几个学时。系统里查不到是谁，姓名由本人填写。
      </Text>
    </View>
  )
}
