import { askPlatform } from './ask'
import { refusal, settle } from './settle'

type Options = Record<string, unknown> | undefined

/** What the phone answers when the test says nothing: a person who agrees, and who cancels what needs a choice. */
const USUAL: Record<string, (options: Options) => object> = {
  login: () => ({ code: 'a-code-of-this-login' }),
  checkSession: () => ({}),
  makePhoneCall: () => ({}),
  setClipboardData: () => ({}),
  getClipboardData: () => ({ data: '' }),
  previewImage: () => ({}),
  vibrateShort: () => ({}),
  vibrateLong: () => ({}),
  setKeepScreenOn: () => ({}),
  saveImageToPhotosAlbum: () => ({}),
  openSetting: () => ({ authSetting: {} }),
  getSetting: () => ({ authSetting: {} }),
  authorize: () => ({}),
  getPrivacySetting: () => ({ needAuthorization: false, privacyContractName: '' }),
  requirePrivacyAuthorize: () => ({}),
  openPrivacyContract: () => ({}),
  showTabBarRedDot: () => ({}),
  hideTabBarRedDot: () => ({}),
  requestSubscribeMessage: (options) =>
    Object.fromEntries(((options?.tmplIds ?? []) as string[]).map((template) => [template, 'accept'])),
  scanCode: cancelled('scanCode'),
  chooseImage: cancelled('chooseImage'),
  chooseMedia: cancelled('chooseMedia'),
  chooseMessageFile: cancelled('chooseMessageFile'),
}

export const phoneApi = Object.fromEntries(
  Object.entries(USUAL).map(([name, usual]) => [
    name,
    (options: Options) => settle(name, options, async () => (await askPlatform(name, options)) ?? usual(options)),
  ]),
)

function cancelled(name: string) {
  return (): object => {
    throw refusal(`${name}:fail cancel`)
  }
}
