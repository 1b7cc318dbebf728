import { View } from '@tarojs/components'
import { type IconName, icon } from '../assets/icons'
import { aria } from './aria'
import './icon.scss'

/** Takes the colour of the text around it. Says nothing: the words beside it do. */
export const Icon = ({ name, large = false }: { name: IconName; large?: boolean }) => (
  <View
    className={large ? 'icon icon--large' : 'icon'}
    style={{ '--icon': `url("${icon(name, '#000000')}")` } as object}
    {...aria({ hidden: true })}
  />
)
