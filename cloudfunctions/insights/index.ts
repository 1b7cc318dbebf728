import { deploy } from '../_kit/platform/wechat'
import { insights } from './serve'

export const main = deploy('insights', insights)
