import { Text, View } from '@tarojs/components'
import { aria, tappable } from '../../parts/aria'
import './options.scss'

const inWechat = process.env.TARO_ENV === 'weapp'

type Key = { key: string; currentTarget: HTMLElement; preventDefault: () => void }

/** Arrows only move: to choose may bring up another page, and nobody is to land there on the way to an answer. */
const move = (event: Key) => {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key]
  if (step === undefined) return
  event.preventDefault()
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=radio]')]
  const here = all.indexOf(document.activeElement as HTMLElement)
  const to = here < 0 ? (step > 0 ? 0 : all.length - 1) : (here + step + all.length) % all.length
  all[to]?.focus()
}

export const Options = ({
  name,
  labels,
  chosen,
  onChoose,
  onAgain,
}: {
  name: string
  labels: readonly string[]
  chosen: number | undefined
  onChoose: (option: number) => void
  /** What was chosen is tapped by the keyboard once more. */
  onAgain: () => void
}) => (
  <View className="options" {...aria({ role: 'radiogroup', label: name })} {...(inWechat ? {} : { onKeyDown: move })}>
    {labels.map((label, option) => {
      const on = option === chosen
      return (
        <View
          key={label}
          className={on ? 'options__one options__one--on' : 'options__one'}
          {...tappable(() => onChoose(option), { role: 'radio', checked: on, label })}
          {...(inWechat
            ? {}
            : {
                onKeyDown: (event: Key) => {
                  if (event.key !== 'Enter' && event.key !== ' ') return
                  event.preventDefault()
                  if (on && event.key === 'Enter') onAgain()
                  else onChoose(option)
                },
              })}
        >
          <View className="options__mark" />
          <Text className="options__label">{label}</Text>
        </View>
      )
    })}
  </View>
)
