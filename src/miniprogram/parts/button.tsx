import { Text, View } from '@tarojs/components'
import type { IconName } from '../assets/icons'
import { tappable } from './aria'
import { Icon } from './icon'
import './button.scss'

export const Button = ({
  text,
  kind = 'plain',
  icon,
  label,
  disabled = false,
  onTap,
}: {
  text: string
  kind?: 'primary' | 'plain' | 'quiet'
  icon?: IconName
  label?: string
  disabled?: boolean
  onTap: () => void
}) => (
  <View
    className={`button button--${kind}${disabled ? ' button--off' : ''}`}
    {...tappable(disabled ? undefined : onTap, label === undefined ? {} : { label })}
  >
    {icon ? <Icon name={icon} /> : null}
    <Text className="button__text">{text}</Text>
  </View>
)
