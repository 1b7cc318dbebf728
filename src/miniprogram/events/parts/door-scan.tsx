import { useEffect, useRef, useState } from 'react'
import { readQr } from '../../../domain/tickets/code'
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import { Buttons, Paper, Quiet, Wrong } from '../../privacy/parts/paper'
import type { DoorBook, Seen } from './door-book'
import { canScan, scanOnce, shake } from './door-scanner'

const LETTERS = 8
/** A space in the middle, as the ticket shows it. */
const MOST = 9
/** Long enough to read a name. */
const PAUSE_MS = 1_500

const pause = () => new Promise((resolve) => setTimeout(resolve, PAUSE_MS))

type Scan = (ticketId: string, code: string) => Seen | null

/** The scanner comes back by itself as long as people may come in; anything else is left in sight. */
const ScanButton = ({ onScan, onSay }: { onScan: Scan; onSay: (text: string) => void }) => {
  const under = useRef(false)
  const left = useRef(false)
  useEffect(() => {
    left.current = false
    return () => {
      left.current = true
    }
  }, [])

  const scanNext = async (): Promise<boolean> => {
    const scanned = await scanOnce()
    if (left.current || scanned === 'put-away') return false
    if (scanned === 'no-camera') {
      onSay('相机没有打开。可以输入票上的号码，或者按名字找')
      return false
    }
    const read = readQr(scanned.text)
    const seen = read ? onScan(read.ticketId, read.code) : null
    if (!read) onSay('这不是活动的票，请对方打开「我的票」')
    shake(seen?.verdict === 'came')
    return seen?.verdict === 'came'
  }
  const scanAll = async () => {
    if (under.current) return
    under.current = true
    while (await scanNext()) {
      await pause()
      if (left.current) break
    }
    under.current = false
  }
  return <Button text="扫票上的码" kind="primary" onTap={() => void scanAll()} />
}

/** By the picture of a ticket, or by the eight letters and digits under it. */
export const DoorScan = ({ book, onScan, onSay }: { book: DoorBook; onScan: Scan; onSay: (text: string) => void }) => {
  const [written, setWritten] = useState('')
  const [wrong, setWrong] = useState<string | null>(null)
  const byCode = () => {
    const code = written.replace(/\s/g, '').toUpperCase()
    setWrong(null)
    if (code.length !== LETTERS) {
      setWrong('票上的号码是八位，在二维码下面。')
      return
    }
    setWritten('')
    const ticket = book.byCode(code, new Date())
    if (ticket) onScan(ticket.ticketId, code)
    else onSay('没有找到这个号码。它每半分钟换一次，请看着现在的再输一遍，或者按名字找')
  }
  return (
    <Paper>
      {canScan ? (
        <Buttons>
          <ScanButton onScan={onScan} onSay={onSay} />
        </Buttons>
      ) : null}
      <Quiet>{canScan ? '扫不了的话，输入二维码下面的八位号码。' : '输入票上二维码下面的八位号码。'}</Quiet>
      <Field name="票上的号码" value={written} most={MOST} placeholder="八位字母和数字" onWrite={setWritten} />
      <Wrong text={wrong} />
      <Buttons>
        <Button text="签到" kind={canScan ? 'plain' : 'primary'} onTap={byCode} />
      </Buttons>
    </Paper>
  )
}
