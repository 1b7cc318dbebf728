import { describe, expect, it } from 'vitest'
import { type ReceiptFacts, readReceipt, receiptText } from './receipt-text'

const receipt: ReceiptFacts = {
  number: 'r8Kq2LmX0pZw5TnV',
  at: '2026-11-22T17:05:09.007Z',
  kinds: [
    { title: '收藏', count: 12 },
    { title: '代号和昵称', count: 1 },
  ],
  account: false,
  backupsGoneAt: '2026-12-22T17:05:09.007Z',
  seal: `${'a1-'.repeat(14)}b`,
}
const text = receiptText(receipt)

describe('the text of a receipt', () => {
  it('says in plain lines what was destroyed, when, and by when it is gone from backups', () => {
    expect(text).toBe(
      [
        '心驿 删除回执',
        '编号：r8Kq2LmX0pZw5TnV',
        '时间：2026-11-23 01:05:09.007（北京时间）',
        '已删除的资料：',
        '- 收藏：12 条',
        '- 代号和昵称：1 条',
        '账号：没有注销',
        '备份最迟清除：2026-12-23 01:05:09.007（北京时间）',
        `核对码：${'a1-'.repeat(14)}b`,
      ].join('\n'),
    )
  })

  it('is read back to the very same receipt', () => {
    expect(readReceipt(text)).toEqual(receipt)
    const whole = { ...receipt, kinds: [], account: true }
    expect(readReceipt(receiptText(whole))).toEqual(whole)
    const odd = { ...receipt, kinds: [{ title: '评语：第 2 类', count: 0 }] }
    expect(readReceipt(receiptText(odd))).toEqual(odd)
  })

  it('survives what chat programs do to text, and words around it', () => {
    const mangled = `您好，这是我的回执，请看\r\n\r\n\ufeff${text
      .replaceAll('\n', '\r\n\u3000')
      .replaceAll('：', ':')}\u200b\r\n谢谢`
    expect(readReceipt(mangled)).toEqual(receipt)
  })

  it('is no receipt when a line is missing, added inside, doubled or changed in form', () => {
    const lines = text.split('\n')
    for (const missing of lines) {
      if (missing.startsWith('- ')) continue
      expect(readReceipt(lines.filter((line) => line !== missing).join('\n')), missing).toBeNull()
    }
    expect(readReceipt(text.replace('账号：', '此回执另证明本人已离职\n账号：'))).toBeNull()
    expect(readReceipt(`${text}\n${text}`)).toBeNull()
    expect(readReceipt(text.replace('12 条', '十二条'))).toBeNull()
    expect(readReceipt(text.replace('2026-11-23', '2026-11-31'))).toBeNull()
    expect(readReceipt(text.replace('01:05', '25:05'))).toBeNull()
    expect(readReceipt('')).toBeNull()
    expect(readReceipt('你好')).toBeNull()
  })

  it('reads other figures as other figures, so that the seal no longer fits', () => {
    expect(readReceipt(text.replace('12 条', '2 条'))?.kinds[0]).toEqual({ title: '收藏', count: 2 })
    expect(readReceipt(text.replace('没有注销', '已注销'))?.account).toBe(true)
  })
})
