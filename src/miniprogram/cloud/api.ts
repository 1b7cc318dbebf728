import { createApi } from '../../contract/client'
import { http } from './http'
import { wechat } from './wechat'

export const api = createApi(process.env.TARO_ENV === 'weapp' ? wechat : http)
