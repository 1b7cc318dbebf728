import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './thumb-bar.scss'

/** The next step, at the thumb while what stands beside it is read: it keeps to the bottom as long as that is in sight. */
export const ThumbBar = ({ children }: { children: ReactNode }) => <View className="thumb-bar">{children}</View>
