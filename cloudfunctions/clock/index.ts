import { deployTimer } from '../_kit/platform/wechat'
import { runJobs } from './run'

export const main = deployTimer('clock', runJobs)
