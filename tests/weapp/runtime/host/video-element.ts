const WATCHED = ['src', 'poster', 'autoplay', 'loop', 'muted', 'controls', 'initial-time', 'object-fit']

/** WeChat's `video` over the browser's: the same attributes, and events whose `detail` carries what WeChat's carry. */
export function defineVideo(): void {
  customElements.define('weapp-video', WeappVideo)
}

export class WeappVideo extends HTMLElement {
  static observedAttributes = WATCHED
  readonly player = document.createElement('video')

  constructor() {
    super()
    this.player.playsInline = true
    this.player.controls = true
    this.player.style.cssText = 'width:100%;height:100%;display:block;background:#000'
    this.tell('play', () => ({}))
    this.tell('pause', () => ({}))
    this.tell('ended', () => ({}))
    this.tell('waiting', () => ({}))
    this.tell('timeupdate', () => ({ currentTime: this.player.currentTime, duration: this.player.duration }))
    this.tell('loadedmetadata', () => ({
      width: this.player.videoWidth,
      height: this.player.videoHeight,
      duration: this.player.duration,
    }))
    this.tell('error', () => ({ errMsg: this.player.error?.message ?? '' }))
    this.tell('progress', () => ({ buffered: this.bufferedPercent() }))
    this.tell('seeked', () => ({ position: this.player.currentTime }), 'seekcomplete')
  }

  connectedCallback(): void {
    if (!this.player.parentNode) this.append(this.player)
  }

  disconnectedCallback(): void {
    this.player.pause()
  }

  attributeChangedCallback(name: string, _before: string | null, value: string | null): void {
    const on = value !== null && value !== 'false'
    if (name === 'src') this.player.src = value ?? ''
    else if (name === 'poster') this.player.poster = value ?? ''
    else if (name === 'object-fit') this.player.style.objectFit = value ?? 'contain'
    else if (name === 'initial-time') this.player.currentTime = Number(value ?? 0)
    else if (name === 'controls') this.player.controls = value === null || on
    else if (name === 'autoplay') this.player.autoplay = on
    else if (name === 'loop') this.player.loop = on
    else if (name === 'muted') this.player.muted = on
  }

  private tell(heard: string, detail: () => object, told = heard): void {
    this.player.addEventListener(heard, (event) => {
      event.stopPropagation()
      this.dispatchEvent(new CustomEvent(told, { detail: detail(), bubbles: false }))
    })
  }

  private bufferedPercent(): number {
    const { buffered, duration } = this.player
    return buffered.length && duration ? (buffered.end(buffered.length - 1) / duration) * 100 : 0
  }
}
