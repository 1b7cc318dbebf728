import { deploy } from '../_kit/platform/wechat'
import { library } from './serve'

export const main = deploy('library', library)
