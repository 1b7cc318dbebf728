import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import type { Output, Refusal } from '../../../../contract'
import { messages } from '../../../../contract/messages.zh-CN'
import { api } from '../../../cloud/api'
import { Button } from '../../../parts/button'
import { Field } from '../../../parts/field'
import { PageShell } from '../../../parts/page-shell'
import { Nothing } from '../../../parts/trouble'
import { goInstead, paths } from '../../../parts/ways'
import { copyText } from '../../../privacy/parts/copy-text'
import { Buttons, Line, Notice, Paper, Quiet } from '../../../privacy/parts/paper'
import { Told } from '../../../privacy/parts/told'
import { useOwn } from '../../../privacy/parts/use-own'
import { CertificateSheet } from '../../parts/certificate-sheet'
import './index.scss'

type Certificate = Output<'ratings', 'certificate'>

const MOST_NAME = 20
const inWechat = process.env.TARO_ENV === 'weapp'

const Shown = ({ certificate }: { certificate: Certificate }) => {
  // Here and nowhere else: it goes with the page.
  const [name, setName] = useState('')
  const [copied, setCopied] = useState<string | null>(null)
  const copy = () =>
    copyText(certificate.number).then(
      () => setCopied('编号复制好了。'),
      () => setCopied('没有复制成功，可以把编号抄下来。'),
    )
  return (
    <View>
      <CertificateSheet certificate={certificate} name={name.trim()} />
      <View className="certificate-ways">
        <Paper title="写上姓名">
          <Line>想写就写在这里，只显示在上面这张证明上。空着也可以，打印后手写。</Line>
          <Quiet>姓名不上传，也不存在手机里，离开这一页就没有了。</Quiet>
          <Field name="姓名" value={name} most={MOST_NAME} placeholder="姓名" onWrite={setName} />
        </Paper>
        <Notice text={copied} />
        <Buttons>
          {inWechat ? null : <Button text="打印，或存成 PDF" kind="primary" onTap={() => window.print()} />}
          <Button text="复制编号" onTap={() => void copy()} />
        </Buttons>
        {inWechat ? <Quiet>写好姓名后截屏，就是一张图。</Quiet> : null}
      </View>
    </View>
  )
}

const None = ({ text, more }: { text: string; more?: string }) => (
  <View>
    <Nothing text={`${text}。`} action="看我的活动" onTap={() => goInstead(paths.myEvents)} />
    {more === undefined ? null : <Quiet>{more}</Quiet>}
  </View>
)

const gone = <None text={messages.SIGNUP_NOT_FOUND} />

const Asked = ({ id }: { id: string }) => {
  const { own, retry } = useOwn<Certificate | null, Refusal<'ratings', 'certificate'>>(
    () => api.ratings.certificate({ eventId: id }),
    null,
  )
  if (own.state === 'refused' && own.code === 'SIGNUP_NOT_FOUND') return gone
  if (own.state === 'refused' && own.code === 'NO_CERTIFICATE')
    return <None text={messages.NO_CERTIFICATE} more="算学时的活动，到场以后、全部结束了，这里就有证明。" />
  return (
    <Told own={own} onRetry={retry}>
      {(certificate) => (certificate === null ? gone : <Shown certificate={certificate} />)}
    </Told>
  )
}

export default function CertificatePage() {
  const { id } = useRouter().params
  return (
    <PageShell title="学时证明" hide>
      {id ? <Asked id={id} /> : gone}
    </PageShell>
  )
}
