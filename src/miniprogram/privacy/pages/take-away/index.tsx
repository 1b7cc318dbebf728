import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import type { AnyRefusal } from '../../../../contract'
import { messages } from '../../../../contract/messages.zh-CN'
import { api } from '../../../cloud/api'
import { isStranger } from '../../../cloud/stranger'
import { Bones } from '../../../parts/bones'
import { Button } from '../../../parts/button'
import { PageShell } from '../../../parts/page-shell'
import { Nothing } from '../../../parts/trouble'
import { removeFile, saveFile } from '../../../phone/save-file'
import { Buttons, Line, Notice, Paper, Quiet, Wrong } from '../../parts/paper'

const inWechat = process.env.TARO_ENV === 'weapp'
const SAVE = inWechat ? '发到一个聊天里' : '保存到这台设备'

type Part = { name: string; zip: string }
type Progress =
  | { state: 'still' }
  | { state: 'asking' }
  | { state: 'ready'; parts: Part[] }
  | { state: 'refused'; code: AnyRefusal }

/** Asks page by page: what a person has kept may be more than one answer carries. */
const askForAll = async (): Promise<Progress> => {
  const parts: Part[] = []
  for (let after: string | null | undefined; after !== null; ) {
    const reply = await api.privacy.export(after === undefined ? {} : { after })
    if (!reply.ok) return { state: 'refused', code: reply.code as AnyRefusal }
    parts.push({ name: reply.data.name, zip: reply.data.zip })
    after = reply.data.next
  }
  return { state: 'ready', parts }
}

const Ready = ({ parts }: { parts: readonly Part[] }) => {
  const [said, setSaid] = useState<string | null>(null)
  const save = async (part: Part) => {
    setSaid(null)
    const saved = await saveFile({ name: part.name, data: part.zip, coding: 'base64', type: 'application/zip' })
    if (saved === 'not-saved') setSaid('这次没有发出去。需要的时候再点一次就行。')
    else setSaid(inWechat ? '发好了。这里不留副本。' : '已经交给浏览器保存，在「下载」里可以找到。')
  }
  return (
    <Paper title="准备好了">
      {parts.length > 1 ? <Line>东西比较多，分成了 {parts.length} 份，请一份一份地保存。</Line> : null}
      <Notice text={said} />
      <Buttons>
        {parts.map((part, at) => (
          <Button
            key={part.name}
            text={parts.length > 1 ? `${SAVE}（第 ${at + 1} 份）` : SAVE}
            kind="primary"
            onTap={() => save(part)}
          />
        ))}
      </Buttons>
    </Paper>
  )
}

export default function TakeAway() {
  const [progress, setProgress] = useState<Progress>({ state: 'still' })
  const [stranger] = useState(isStranger)
  useEffect(removeFile, [])
  const begin = () => {
    setProgress({ state: 'asking' })
    askForAll().then(setProgress)
  }

  if (stranger)
    return (
      <PageShell title="带走一份">
        <Nothing text="现在没有存着任何关于您的东西，没有可以带走的。" />
      </PageShell>
    )
  return (
    <PageShell title="带走一份">
      <Paper>
        <Line>把存着的、关于您的所有东西打成一个压缩包交给您。里面有一页可以直接打开来看。</Line>
        <Line>谁拿到这个文件，谁就能看到里面写的。请放在只有您能打开的地方，看完可以删掉。</Line>
        {inWechat ? <Quiet>发到聊天里时，可以选「文件传输助手」，只发给自己。</Quiet> : null}
      </Paper>
      {progress.state === 'asking' ? <Bones rows={1} /> : null}
      {progress.state === 'ready' ? <Ready parts={progress.parts} /> : null}
      <Wrong text={progress.state === 'refused' ? messages[progress.code] : null} />
      {progress.state === 'still' || progress.state === 'refused' ? (
        <View>
          <Buttons>
            <Button text={progress.state === 'still' ? '准备一份' : '再试一次'} kind="primary" onTap={begin} />
          </Buttons>
        </View>
      ) : null}
    </PageShell>
  )
}
