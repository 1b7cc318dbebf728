import { deploy } from '../_kit/platform/wechat'
import { events } from './serve'

export const main = deploy('events', events)
