import { app, boot, onThemeSwitch, theme } from '../boot'
import { windowSize } from '../frame'
import { listeners, settle } from './settle'

const SDK = '3.8.0'
const themeChanges = listeners<{ theme: string }>()
const resizes = listeners<{ size: { windowWidth: number; windowHeight: number } }>()

onThemeSwitch(() => themeChanges.emit({ theme: theme() }))
window.addEventListener('resize', () => {
  const { windowWidth, windowHeight } = windowInfo()
  resizes.emit({ size: { windowWidth, windowHeight } })
})

export const deviceApi = {
  getWindowInfo: windowInfo,
  getAppBaseInfo: appBaseInfo,
  getDeviceInfo: deviceInfo,
  getSystemSetting: () => ({
    bluetoothEnabled: true,
    locationEnabled: true,
    wifiEnabled: true,
    deviceOrientation: 'portrait',
  }),
  getSystemInfoSync: systemInfo,
  getSystemInfo: (options?: object) => settle('getSystemInfo', options, systemInfo),
  getSystemInfoAsync: (options?: object) => settle('getSystemInfoAsync', options, systemInfo),
  getMenuButtonBoundingClientRect: menuButton,
  getAccountInfoSync: () => ({ miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' } }),
  onThemeChange: themeChanges.on,
  offThemeChange: themeChanges.off,
  onWindowResize: resizes.on,
  offWindowResize: resizes.off,
}

function windowInfo() {
  const size = windowSize()
  const { innerWidth: width, innerHeight: height } = window
  const { top, bottom } = boot.safeArea
  return {
    pixelRatio: window.devicePixelRatio,
    screenWidth: width,
    screenHeight: height,
    windowWidth: size.width,
    windowHeight: size.height,
    statusBarHeight: top,
    screenTop: size.top,
    safeArea: { left: 0, right: width, top, bottom: height - bottom, width, height: height - top - bottom },
  }
}

function appBaseInfo() {
  return {
    SDKVersion: SDK,
    enableDebug: false,
    host: { env: 'WeChat', appId: '' },
    language: 'zh_CN',
    version: '8.0.60',
    fontSizeSetting: boot.fontSizeSetting,
    fontSizeScaleFactor: boot.fontSizeSetting / 16,
    ...(app.darkmode ? { theme: theme() } : {}),
  }
}

function deviceInfo() {
  return { brand: 'devtools', model: 'runtime', system: 'iOS 17.0', platform: 'ios', benchmarkLevel: -1 }
}

function systemInfo() {
  return { ...windowInfo(), ...appBaseInfo(), ...deviceInfo() }
}

/** The capsule in the title bar. */
function menuButton() {
  const top = boot.safeArea.top + 6
  const right = window.innerWidth - 7
  return { width: 87, height: 32, top, bottom: top + 32, right, left: right - 87 }
}
