import Taro from '@tarojs/taro'

export const copyText = (text: string): Promise<unknown> => Taro.setClipboardData({ data: text })
