type Lifecycle = 'onLoad' | 'onShow' | 'onReady' | 'onHide' | 'onUnload'
export type PageInstance = Record<string, unknown> & {
  [hook in Lifecycle | 'onPullDownRefresh' | 'onReachBottom' | 'onPageScroll' | 'onShareAppMessage']?: (
    given?: unknown,
  ) => unknown
}
export type OpenPage = {
  route: string
  instance: PageInstance
  element: HTMLElement
  title: string | undefined
  release(): void
}

/** The pages that can be gone back to, the one in sight last. */
export const stack: OpenPage[] = []

export const topPage = (): OpenPage | undefined => stack.at(-1)
