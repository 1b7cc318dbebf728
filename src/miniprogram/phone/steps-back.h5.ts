/** Of this tab only, and kept over a reload: the history is, too. */
const NAME = 'covered'
const COVER = '#/pages/notes/index'

const covered = () => sessionStorage.getItem(NAME) !== null

/** From here on every step through the browser's history finds the page for notes. */
export const coverSteps = () => sessionStorage.setItem(NAME, '1')
export const uncoverSteps = () => sessionStorage.removeItem(NAME)

/** Heard before the router, which stays where it is; the place stepped to is overwritten. */
const stay = (event: Event) => {
  if (!covered()) return
  event.stopImmediatePropagation()
  window.history.replaceState(window.history.state, '', COVER)
}

// Another page opened here by its address is a wish to see it.
if (!window.location.hash.startsWith(COVER)) uncoverSteps()
window.addEventListener('popstate', stay, true)
window.addEventListener('hashchange', stay, true)
