import Taro from '@tarojs/taro'

export type Saved = 'saved' | 'not-saved'

/** `data` is the file itself: text, or base64 of what is not text. */
export type FileToSave = { name: string; data: string; coding: 'utf8' | 'base64'; type: string }

/** One name: what an earlier visit left behind is found and removed. */
const place = () => `${Taro.env.USER_DATA_PATH}/take-away`

export const removeFile = () => {
  try {
    Taro.getFileSystemManager().unlinkSync(place())
  } catch {
    // It was not there.
  }
}

/** Taro gives no promise for these, so they answer by callbacks. */
const hand = (name: string) =>
  new Promise((success, fail) => {
    const { platform } = Taro.getDeviceInfo()
    if (platform === 'windows' || platform === 'mac') Taro.saveFileToDisk({ filePath: place(), success, fail })
    else Taro.shareFileMessage({ filePath: place(), fileName: name, success, fail })
  })

/** `shareFileMessage` hands a file to a chat; WeChat on a computer saves it to disk instead. The file is gone from here afterwards. */
export const saveFile = async ({ name, data, coding }: FileToSave): Promise<Saved> => {
  try {
    Taro.getFileSystemManager().writeFileSync(place(), data, coding)
    await hand(name)
    return 'saved'
  } catch {
    return 'not-saved'
  } finally {
    removeFile()
  }
}
