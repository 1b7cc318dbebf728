import { ask } from './ask'

/** Says one thing over the page and waits until it was read. */
export const tell = (title: string, content: string) => {
  void ask({ title, content, confirmText: '知道了' })
}
