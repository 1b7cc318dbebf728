import Taro from '@tarojs/taro'
import { tell } from './tell'

/** WeChat asks before it dials; saying no there is an answer, not a fault. */
export const dial = (phoneNumber: string) => {
  Taro.makePhoneCall({ phoneNumber }).catch((failure: { errMsg?: string }) => {
    if (!failure.errMsg?.includes('cancel')) tell('没有拨出去', `请在手机的电话里直接拨打 ${phoneNumber}`)
  })
}
