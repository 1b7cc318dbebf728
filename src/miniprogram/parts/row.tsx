import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { tappable } from './aria'
import { Icon } from './icon'
import './row.scss'

export const Rows = ({ children }: { children: ReactNode }) => <View className="rows">{children}</View>

/** One line of a list that leads somewhere; `state` is what is known about it. */
export const Row = ({
  name,
  hint,
  state,
  onTap,
}: {
  name: string
  hint?: string
  state?: string
  onTap: () => void
}) => (
  <View className="row" {...tappable(onTap, { label: [name, hint, state].filter(Boolean).join('，') })}>
    <View className="row__words">
      <Text className="row__name">{name}</Text>
      {hint ? <Text className="row__hint">{hint}</Text> : null}
      {state ? <Text className="row__state">{state}</Text> : null}
    </View>
    <Icon name="chevron-right" />
  </View>
)
