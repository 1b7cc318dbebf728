import { Text } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useEffect, useState } from 'react'
import { receiptText } from '../../../../domain/retention/receipt-text'
import { aria } from '../../../parts/aria'
import { Button } from '../../../parts/button'
import { PageShell } from '../../../parts/page-shell'
import { Nothing } from '../../../parts/trouble'
import { go, paths } from '../../../parts/ways'
import { momentOf } from '../../../phone/times'
import { copyText } from '../../parts/copy-text'
import { dropReceipt, heldReceipt } from '../../parts/destruction'
import { kindsWords } from '../../parts/kinds-words'
import { Buttons, Notice, Paper, Quiet, Said } from '../../parts/paper'
import './index.scss'

/** What a person keeps of a destruction. */
export default function ReceiptPage() {
  const [receipt] = useState(heldReceipt)
  const [copied, setCopied] = useState<string | null>(null)
  useEffect(() => dropReceipt, [])
  const leave = () => Taro.reLaunch({ url: paths.home })

  if (!receipt)
    return (
      <PageShell title="删除回执">
        <Nothing text="回执离开这一页就不再保留了。" action="回到隐私中心" onTap={() => go(paths.centre)} />
      </PageShell>
    )

  const copy = () =>
    copyText(receiptText(receipt)).then(
      () => setCopied('已经复制好了，可以粘贴到您想放的地方。'),
      () => setCopied('没有复制成功。您可以截一张图，或者把编号抄下来。'),
    )

  return (
    <PageShell title="删除回执">
      <Text className="receipt__done" {...aria({ role: 'heading', level: 2 })}>
        {receipt.account ? '都删除了，账户也注销了' : '删除好了'}
      </Text>
      <Paper>
        <Said about="编号">
          <Text userSelect>{receipt.number}</Text>
        </Said>
        <Said about="时间">{momentOf(receipt.at)}</Said>
        <Said about="删除了">{kindsWords(receipt)}</Said>
        {receipt.account ? <Said about="账户">已注销，这部手机上的记录也清除了</Said> : null}
        <Said about="备份里最晚清除">{momentOf(receipt.backupsGoneAt)}</Said>
        <Said about="印章">
          <Text userSelect className="receipt__seal">
            {receipt.seal}
          </Text>
        </Said>
      </Paper>
      <Quiet>
        这张回执里没有您的任何内容。印章只有这里做得出，您拿着它可以请工会的审计员核对这次删除是真的。离开这一页，手机上就不再留着它。
      </Quiet>
      <Notice text={copied} />
      <Buttons>
        <Button text="复制成文字" onTap={copy} />
        <Button text="完成，回到首页" kind="primary" onTap={leave} />
      </Buttons>
    </PageShell>
  )
}
