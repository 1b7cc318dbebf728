import { deploy } from '../_kit/platform/wechat'
import { dutyFunction } from './serve'

export const main = deploy('duty', dutyFunction)
