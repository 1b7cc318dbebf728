import { Textarea } from '@tarojs/components'
import { aria } from '../../parts/aria'

export type WritingPlaceProps = { value: string; onWrite: (text: string) => void; onSend: () => void }

/** Grows with what is written. The keyboard pushes the page up beneath it and stays while one sends. */
export const WritingPlace = ({ value, onWrite }: WritingPlaceProps) => (
  <Textarea
    className="composer__place"
    value={value}
    maxlength={-1}
    autoHeight
    fixed
    adjustPosition
    holdKeyboard
    showConfirmBar={false}
    disableDefaultPadding
    cursorSpacing={24}
    placeholder="写在这里"
    placeholderClass="composer__hint"
    onInput={(event) => onWrite(event.detail.value)}
    {...aria({ label: '想说的话' })}
  />
)
