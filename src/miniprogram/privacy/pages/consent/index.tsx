import { Text, View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useEffect, useState } from 'react'
import type { AnyRefusal } from '../../../../contract'
import { messages } from '../../../../contract/messages.zh-CN'
import { textOf } from '../../../../domain/consents/texts'
import { type Purpose, purposes } from '../../../../domain/consents/words'
import { api } from '../../../cloud/api'
import { aria } from '../../../parts/aria'
import { Button } from '../../../parts/button'
import { PageShell } from '../../../parts/page-shell'
import { Nothing } from '../../../parts/trouble'
import { go, goBack, paths } from '../../../parts/ways'
import { noteAsked } from '../../../phone/asked'
import { type ConsentRow, eventWords } from '../../parts/consent-row'
import { Buttons, Paper, Quiet, Said, Wrong } from '../../parts/paper'
import { Told } from '../../parts/told'
import { useConsents } from '../../parts/use-consents'
import './index.scss'

const Words = ({ purpose }: { purpose: Purpose }) => {
  const { title, why, stored, seenBy, gone, without } = textOf(purpose)
  return (
    <View>
      <Text className="consent__title" {...aria({ role: 'heading', level: 2 })}>
        {title}
      </Text>
      <Paper>
        <Said about="为什么">{why}</Said>
        <Said about="存什么">{stored}</Said>
        <Said about="谁能看到">{seenBy}</Said>
        <Said about="什么时候清除">{gone}</Said>
        <Said about="不同意会怎样">{without}</Said>
      </Paper>
    </View>
  )
}

const Decide = ({ row, onWithdrawn }: { row: ConsentRow; onWithdrawn: () => void }) => {
  const { purpose } = row
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string | null>(null)
  const step = async (ask: () => Promise<{ ok: true } | { ok: false; code: string }>, then: () => void) => {
    setBusy(true)
    setWrong(null)
    const reply = await ask()
    setBusy(false)
    if (reply.ok) then()
    else setWrong(messages[reply.code as AnyRefusal])
  }
  return (
    <View>
      <Wrong text={wrong} />
      {row.given ? (
        <Buttons side>
          <Button
            text="撤回同意"
            disabled={busy}
            onTap={() => step(() => api.consents.withdraw({ purpose }), onWithdrawn)}
          />
          <Button text="保持不变" disabled={busy} onTap={goBack} />
        </Buttons>
      ) : (
        <Buttons side>
          <Button
            text="同意"
            disabled={busy}
            onTap={() => step(() => api.consents.give({ purpose, version: textOf(purpose).version }), goBack)}
          />
          <Button text="先不同意" disabled={busy} onTap={goBack} />
        </Buttons>
      )}
      {row.history.length === 0 ? null : (
        <View className="consent__history">
          {row.history.map((event) => (
            <Quiet key={event.at}>{eventWords(event)}</Quiet>
          ))}
        </View>
      )}
    </View>
  )
}

/** The words a person agrees to, and the two answers side by side. Whatever is refused for want of agreement leads here. */
const Asked = ({ purpose }: { purpose: Purpose }) => {
  const { own, retry } = useConsents()
  useEffect(() => noteAsked(purpose), [purpose])
  return (
    <View>
      <Words purpose={purpose} />
      <Told own={own} onRetry={retry}>
        {({ rows }) => {
          const row = rows.find((each) => each.purpose === purpose)
          return <Decide row={row ?? { purpose, given: false, history: [] }} onWithdrawn={retry} />
        }}
      </Told>
    </View>
  )
}

export default function Consent() {
  const asked = useRouter().params.purpose
  const purpose = purposes.find((each) => each === asked)
  return (
    <PageShell title="说明与同意">
      {purpose ? (
        <Asked purpose={purpose} />
      ) : (
        <Nothing text="没有找到这一项说明。" action="看看我同意过的" onTap={() => go(paths.consents)} />
      )}
    </PageShell>
  )
}
