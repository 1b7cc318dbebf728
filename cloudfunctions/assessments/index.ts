import { deploy } from '../_kit/platform/wechat'
import { assessments } from './serve'

export const main = deploy('assessments', assessments)
