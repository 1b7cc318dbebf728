import Taro from '@tarojs/taro'

export type Question = {
  title: string
  content: string
  confirmText: string
  /** At most four characters in WeChat, as `confirmText`. Without it there is nothing to decide, only to read. */
  cancelText?: string
}

/** Asks over the page. False when the person decided not to. */
export const ask = async ({ title, content, confirmText, cancelText }: Question): Promise<boolean> => {
  const { confirm } = await Taro.showModal({
    title,
    content,
    confirmText,
    ...(cancelText === undefined ? { showCancel: false } : { cancelText }),
  })
  return confirm
}
