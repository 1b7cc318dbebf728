import { askPlatform } from './ask'
import { refusal, settle } from './settle'

type Modal = {
  title?: string
  content?: string
  showCancel?: boolean
  cancelText?: string
  confirmText?: string
  editable?: boolean
  placeholderText?: string
}
type Toast = { title: string; duration?: number }
type Sheet = { itemList: string[]; itemColor?: string }

const LONGEST_BUTTON = 4

let toast: HTMLElement | undefined
let toastTimer: ReturnType<typeof setTimeout> | undefined

/** WeChat's dialogs drawn above the page, so that a test can read and tap them; `platform` may answer instead. */
export const dialogsApi = {
  showModal: (options: Modal) => settle('showModal', options, () => modal(options)),
  showActionSheet: (options: Sheet) => settle('showActionSheet', options, () => actionSheet(options)),
  showToast: (options: Toast) => settle('showToast', options, () => showToast(options.title, options.duration ?? 1500)),
  showLoading: (options: Toast) => settle('showLoading', options, () => showToast(options.title, undefined)),
  hideToast: (options?: object) => settle('hideToast', options, hideToast),
  hideLoading: (options?: object) => settle('hideLoading', options, hideToast),
}

async function modal(options: Modal): Promise<object> {
  const answered = await askPlatform('showModal', options)
  if (answered) return answered
  const { title = '', content = '', showCancel = true, cancelText = '取消', confirmText = '确定' } = options
  for (const [name, text] of Object.entries({ cancelText, confirmText }))
    if (text.length > LONGEST_BUTTON)
      throw refusal(`showModal:fail ${name} length should not larger than 4 Chinese characters`)
  return new Promise((resolve) => {
    const dialog = overlay('dialog', title)
    const field = options.editable ? document.createElement('textarea') : undefined
    if (field) Object.assign(field, { placeholder: options.placeholderText ?? '', value: content })
    dialog.append(paragraph('b', title), field ?? paragraph('p', content))
    const end = (confirm: boolean) => () => {
      dialog.remove()
      resolve({ confirm, cancel: !confirm, content: field && confirm ? field.value : null })
    }
    if (showCancel) dialog.append(button(cancelText, end(false)))
    dialog.append(button(confirmText, end(true)))
  })
}

async function actionSheet(options: Sheet): Promise<object> {
  const answered = await askPlatform('showActionSheet', options)
  if (answered) return answered
  return new Promise((resolve, reject) => {
    const sheet = overlay('dialog', options.itemList.join('、'))
    options.itemList.forEach((item, tapIndex) => {
      const choose = () => {
        sheet.remove()
        resolve({ tapIndex })
      }
      sheet.append(button(item, choose))
    })
    const cancel = () => {
      sheet.remove()
      reject(refusal('showActionSheet:fail cancel'))
    }
    sheet.append(button('取消', cancel))
  })
}

function showToast(title: string, duration: number | undefined): void {
  hideToast()
  toast = overlay('status', title)
  toast.append(paragraph('p', title))
  if (duration !== undefined) toastTimer = setTimeout(hideToast, duration)
}

function hideToast(): void {
  clearTimeout(toastTimer)
  toast?.remove()
  toast = undefined
}

function overlay(role: string, label: string): HTMLElement {
  const element = document.body.appendChild(document.createElement('div'))
  element.className = `weapp-${role}`
  element.setAttribute('role', role)
  element.setAttribute('aria-label', label)
  return element
}

function paragraph(tag: string, text: string): HTMLElement {
  const element = document.createElement(tag)
  element.textContent = text
  return element
}

function button(text: string, onclick: () => void): HTMLElement {
  return Object.assign(document.createElement('button'), { textContent: text, onclick })
}
