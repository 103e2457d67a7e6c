import { noteTyped } from './components/ui/typing/typed-early'

// Runs before Next's own scripts. On each page Next writes its state into the entry of the browser's history, and
// after that a browser takes a page that was posted for one that was fetched: Back would fetch the address again
// and lose the letter. Public pages are plain pages with plain links, so Next needs no state there.
if (!window.location.pathname.startsWith('/staff')) {
  const replace = window.history.replaceState.bind(window.history)
  window.history.replaceState = (state, unused, url) => {
    const isSame = !url || new URL(url, window.location.href).href === window.location.href
    if (!isSame) replace(state, unused, url)
  }
}

noteTyped()
