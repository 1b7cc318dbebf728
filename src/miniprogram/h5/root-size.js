// One rem is 40 px of the 750 px design; beyond a phone's width the page keeps a phone's size.
;(() => {
  const root = document.documentElement
  const resize = () => {
    root.style.fontSize = `${Math.max(300, Math.min(root.clientWidth, 450)) / 18.75}px`
  }
  resize()
  window.addEventListener('resize', resize)
})()
