/** `left`: this one goes, another may still be there. `stood-up`: whoever sits before them goes, in all of them. */
type Word = 'left' | 'stood-up'
export type Windows = { tell: (word: Word) => void; close: () => void }

const isWord = (word: unknown): word is Word => word === 'left' || word === 'stood-up'

/** The windows of one browser tell each other, so that closing one does not take the counsellor away from the others. */
export function openWindows(heard: (word: Word) => void): Windows {
  const channel = new BroadcastChannel('xinyi.console.workbench')
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (isWord(data)) heard(data)
  }
  return { tell: (word) => channel.postMessage(word), close: () => channel.close() }
}
