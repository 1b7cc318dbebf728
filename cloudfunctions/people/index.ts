import { deploy } from '../_kit/platform/wechat'
import { people } from './serve'

export const main = deploy('people', people)
