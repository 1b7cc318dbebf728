import { Textarea } from '@tarojs/components'
import { aria } from '../../parts/aria'

export const Paper = ({ first, onWrite }: { first: string; onWrite: (text: string) => void }) => (
  <Textarea
    className="notes__paper"
    defaultValue={first}
    maxlength={2000}
    placeholder="写点什么"
    placeholderClass="notes__hint"
    onInput={(event) => onWrite(event.detail.value)}
    {...aria({ label: '记事' })}
  />
)
