import { installAttributes } from './attributes'
import { boot, onThemeSwitch } from './boot'
import { defineBuiltInComponents } from './built-in-components'
import { installTemplates } from './code-space'
import { installFrame } from './frame'
import { startLogic } from './modules'
import { stack, topPage } from './open-pages'
import { navigateBack, navigateTo, redrawFrame, reLaunch, switchTab } from './page-stack'
import { ownFiles } from './platform/files'
import { setOnline } from './platform/network'
import { storedValues } from './platform/storage'
import { createWx, tellAppHide, tellAppShow } from './wx'

const LAUNCH = { path: boot.start.split('?')[0], query: {}, scene: 1001, referrerInfo: {} }

defineBuiltInComponents()
installAttributes()
installTemplates()
installFrame({ back: () => navigateBack(1), tab: switchTab })
onThemeSwitch(redrawFrame)

const app = startLogic({ wx: createWx(), getCurrentPages: () => stack.map((page) => page.instance) })

window.__weapp = {
  stack: () => stack.map((page) => page.route),
  setOnline,
  open: navigateTo,
  storage: storedValues,
  files: ownFiles,
  pullDown: () => topPage()?.instance.onPullDownRefresh?.(),
  hide: () => {
    topPage()?.instance.onHide?.()
    app.onHide?.()
    tellAppHide()
  },
  show: () => {
    app.onShow?.(LAUNCH)
    tellAppShow()
    topPage()?.instance.onShow?.()
  },
}

window.addEventListener('unhandledrejection', (event) => app.onUnhandledRejection?.({ reason: event.reason }))
app.onLaunch?.(LAUNCH)
app.onShow?.(LAUNCH)
reLaunch(`/${boot.start}`)
