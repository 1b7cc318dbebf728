import type { AnyRefusal } from '../../../contract'
import type { Api } from '../../../contract/client'
import { acknowledged, givenUp, nextToSend, refusedToSend, said, tryAgain } from '../../../domain/chats/thread'
import { addUnsent, dropUnsent, noteUnsent, type Unsent } from '../../phone/talks'
import { deliver } from './deliver'
import { onceMore } from './once-more'
import { sendAgainMs } from './pace'
import { passing, type Said } from './said'

type Around = {
  chatId: string
  chats: Pick<Api['chats'], 'send' | 'sendImage'>
  read: () => Said
  /** `failures`: in a row, of what is on its way. */
  change: (said: Said, failures: number) => void
  /** Something was acknowledged. */
  onArrived: () => void
}

/** What is said here, one after the other: kept on the phone before it is sent, and until the cloud said yes. */
export const openSending = ({ chatId, chats, read, change, onArrived }: Around) => {
  let failures = 0
  let again: ReturnType<typeof setTimeout> | undefined
  let stopped = false

  const run = onceMore(async () => {
    clearTimeout(again)
    for (let next = nextToSend(read()); next; next = nextToSend(read())) {
      const { id, body } = next
      const reply = await deliver(chats, chatId, body)
      const now = new Date()
      if (reply.ok) {
        failures = 0
        dropUnsent(chatId, [id], now)
        const { number, at } = reply.data
        const { text, image } = body
        const shown = image && { pieces: image.pieces, bytes: 0, width: image.width, height: image.height }
        change(acknowledged(read(), { id, number, side: 'person', at, text, image: shown }), failures)
        onArrived()
        continue
      }
      const code = reply.code as AnyRefusal
      if (!passing.includes(code)) {
        noteUnsent(chatId, id, { refused: code }, now)
        change(refusedToSend(read(), id, code), failures)
        continue
      }
      failures++
      change(read(), failures)
      if (!stopped) again = setTimeout(() => void run(), sendAgainMs(failures))
      return
    }
  })

  return {
    run,
    say: (one: Unsent) => {
      addUnsent(chatId, one, new Date())
      change(said(read(), one.id, one), failures)
      void run()
    },
    /** At once, by the person's wish. */
    retry: (id: string) => {
      failures = 0
      noteUnsent(chatId, id, { refused: '' }, new Date())
      change(tryAgain(read(), id), failures)
      void run()
    },
    giveUp: (id: string) => {
      dropUnsent(chatId, [id], new Date())
      change(givenUp(read(), id), failures)
    },
    /** What is under way arrives; what failed waits on the phone until the conversation is opened again. */
    stop: () => {
      stopped = true
      clearTimeout(again)
    },
  }
}
