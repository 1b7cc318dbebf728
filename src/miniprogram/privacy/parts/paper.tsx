import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { aria } from '../../parts/aria'
import './paper.scss'

/** A card with a few plain sentences. */
export const Paper = ({ title, children }: { title?: string; children: ReactNode }) => (
  <View className="paper">
    {title ? (
      <Text className="paper__title" {...aria({ role: 'heading', level: 2 })}>
        {title}
      </Text>
    ) : null}
    {children}
  </View>
)

export const Line = ({ children }: { children: ReactNode }) => <Text className="paper__line">{children}</Text>
export const Quiet = ({ children }: { children: ReactNode }) => <Text className="paper__quiet">{children}</Text>

/** A question and its answer. */
export const Said = ({ about, children }: { about: string; children: ReactNode }) => (
  <View className="paper__said">
    <Text className="paper__about">{about}</Text>
    <Text className="paper__answer">{children}</Text>
  </View>
)

/** What went wrong with the last step, told at once to those who listen. */
export const Wrong = ({ text }: { text: string | null }) =>
  text === null ? null : (
    <Text className="paper__wrong" {...aria({ role: 'alert' })}>
      {text}
    </Text>
  )

/** What the last step did. */
export const Notice = ({ text }: { text: string | null }) =>
  text === null ? null : (
    <Text className="paper__wrong" {...aria({ role: 'status' })}>
      {text}
    </Text>
  )

export const Buttons = ({ children, side = false }: { children: ReactNode; side?: boolean }) => (
  <View className={side ? 'paper__buttons paper__buttons--side' : 'paper__buttons'}>{children}</View>
)
