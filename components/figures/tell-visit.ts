import { carriedOf, carriedSource } from './arrived-from'

/**
 * Tells the server that a page was visited, where the page says that a cache answers for it: which page, and where its
 * visitor came from, as a link's tags and the host of the page before say it. No cookie goes along, and nothing of the
 * visitor. A page that is fetched ahead tells once it is shown.
 */
export function tellVisit(): void {
  const { visits } = document.documentElement.dataset
  if (!visits) return
  if ('prerendering' in document && document.prerendering) {
    document.addEventListener('prerenderingchange', () => tell(visits), { once: true })
  } else tell(visits)
}

function tell(address: string): void {
  // Staff look at an embed in a page of ours.
  if (window !== parent && isOwn(document.referrer)) return
  const query = new URLSearchParams([['page', location.pathname], ...sourceOfVisit()])
  // Nothing hangs on it.
  void fetch(`${address}?${query}`, {
    method: 'POST',
    // A sandbox around a frame makes it another origin's.
    mode: 'no-cors',
    keepalive: true,
    credentials: 'omit',
    referrerPolicy: 'origin',
  }).catch(() => {})
}

/** What the page's own address tells; where that is nothing, and a page of ours led here, what that one's did. */
function sourceOfVisit(): URLSearchParams {
  const own = carriedSource()
  return own.size === 0 && isOwn(document.referrer) ? carriedOf(new URL(document.referrer).searchParams) : own
}

function isOwn(address: string): boolean {
  return URL.canParse(address) && new URL(address).origin === location.origin
}
