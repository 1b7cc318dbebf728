import { Alert, Button, Descriptions, Input } from 'antd'
import { useState } from 'react'
import { type ReceiptFacts, readReceipt } from '../../domain/retention/receipt-text'
import { api } from '../cloud/api'
import { RefusalNote } from '../cloud/refusal-note'
import { useAction } from '../cloud/use-action'
import { shownInstant } from '../shell/time'

type Verdict = { receipt: ReceiptFacts; genuine: boolean }

/** What the seal covers, and nothing that stood around it in the pasted text. */
const Facts = ({ receipt: { number, at, kinds, account, backupsGoneAt } }: { receipt: ReceiptFacts }) => (
  <Descriptions
    size="small"
    column={1}
    bordered
    styles={{ label: { width: 160 } }}
    title="回执上写的"
    items={[
      { key: 'number', label: '编号', children: number },
      { key: 'at', label: '删除时间', children: `${shownInstant(at)}（北京时间）` },
      {
        key: 'kinds',
        label: '删除的资料',
        children: kinds.map(({ title, count }) => `${title} ${count} 条`).join('、') || '没有',
      },
      { key: 'account', label: '账号', children: account ? '已注销' : '没有注销' },
      { key: 'backups', label: '备份最迟清除', children: `${shownInstant(backupsGoneAt)}（北京时间）` },
    ]}
  />
)

export const CheckReceipt = () => {
  const [text, setText] = useState('')
  const [unreadable, setUnreadable] = useState(false)
  const [verdict, setVerdict] = useState<Verdict | null>(null)
  const check = useAction(api.audit.checkReceipt)

  const write = (next: string) => {
    setText(next)
    setUnreadable(false)
    setVerdict(null)
    check.clear()
  }
  const submit = async () => {
    const receipt = readReceipt(text)
    setUnreadable(!receipt)
    setVerdict(null)
    if (!receipt) return
    const reply = await check.run({ receipt })
    if (reply.ok) setVerdict({ receipt, genuine: reply.data.genuine })
  }

  return (
    <section className="panel stack" aria-label="核对回执">
      <div className="stack stack-tight">
        <h2>核对回执</h2>
        <p>
          有人带着删除回执来问时用。请本人在小程序里复制回执全文发给您，粘贴在下面。核对只看回执本身，不会知道是谁的。
        </p>
      </div>
      <Input.TextArea
        aria-label="回执全文"
        rows={12}
        maxLength={10_000}
        disabled={check.busy}
        value={text}
        onChange={(event) => write(event.target.value)}
        placeholder={'从「心驿 删除回执」这一行开始，到「核对码」那一行为止'}
      />
      <div className="row">
        <Button type="primary" onClick={submit} loading={check.busy} disabled={!text.trim()}>
          核对
        </Button>
        <Button onClick={() => write('')} disabled={!text || check.busy}>
          清空
        </Button>
      </div>
      <RefusalNote refusal={check.refusal} />
      {unreadable && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title="这段文字不是一份完整的回执"
          description="可能少了几行，或者中间多了别的话。请本人重新复制全文，不要手抄，再粘贴一次。"
        />
      )}
      {verdict && (
        <>
          {verdict.genuine ? (
            <Alert
              type="success"
              showIcon
              role="status"
              title="这份回执是真的"
              description="由本系统开出，一个字也没有改过。以下面列出的为准，粘贴时前后多出的话不算。"
            />
          ) : (
            <Alert
              type="warning"
              showIcon
              role="alert"
              title="这份回执对不上"
              description="不是本系统开出的，或者内容被改过。请本人重新复制一次再核对；还是对不上，请告诉负责人。"
            />
          )}
          <Facts receipt={verdict.receipt} />
        </>
      )}
    </section>
  )
}
