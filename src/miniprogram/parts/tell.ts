import Taro from '@tarojs/taro'

/** Says one thing over the page and waits until it was read. */
export const tell = (title: string, content: string) => {
  Taro.showModal({ title, content, showCancel: false, confirmText: '知道了' })
}
