import { deploy } from '../_kit/platform/wechat'
import { counselling } from './serve'

export const main = deploy('counselling', counselling)
