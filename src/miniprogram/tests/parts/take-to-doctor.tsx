import { useEffect, useState } from 'react'
import type { AnyRefusal } from '../../../contract'
import { messages } from '../../../contract/messages.zh-CN'
import { api } from '../../cloud/api'
import { Button } from '../../parts/button'
import { go, wayToSheet } from '../../parts/ways'
import { removeFile, saveFile } from '../../phone/save-file'
import { Buttons, Line, Notice, Paper, Quiet } from '../../privacy/parts/paper'

const inWechat = process.env.TARO_ENV === 'weapp'

/** Two ways to show it to somebody: a page to print or to picture, and a file that a hospital's system reads. */
export const TakeToDoctor = ({ resultId }: { resultId: string }) => {
  const [said, setSaid] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  useEffect(removeFile, [])

  const exportIt = async () => {
    setBusy(true)
    setSaid(null)
    const reply = await api.results.fhir({ resultId })
    if (reply.ok) {
      const { name, json } = reply.data
      const saved = await saveFile({ name, data: json, coding: 'utf8', type: 'application/fhir+json' })
      if (saved === 'not-saved') setSaid('这次没有发出去。需要的时候再点一次就行。')
      else setSaid(inWechat ? '发好了。这里不留副本。' : '已经交给浏览器保存，在「下载」里可以找到。')
    } else setSaid(messages[reply.code as AnyRefusal])
    setBusy(false)
  }

  return (
    <Paper title="想带给医生看">
      <Line>
        可以打开一页纸的样子，{inWechat ? '截屏给医生看' : '打印出来或存成 PDF'}；也可以导出一个文件，给医院的系统读。
      </Line>
      <Quiet>文件是 HL7 FHIR R4 格式，里面有每一题的回答，没有您的名字。谁拿到，谁就能看到。</Quiet>
      <Notice text={said} />
      <Buttons>
        <Button text="看一页纸" onTap={() => go(wayToSheet(resultId))} />
        <Button
          text={inWechat ? '导出文件，发到一个聊天里' : '导出文件'}
          disabled={busy}
          onTap={() => void exportIt()}
        />
      </Buttons>
    </Paper>
  )
}
