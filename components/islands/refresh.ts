import { Idiomorph } from 'idiomorph'
import { bringUpToDate, isIsland, wake } from './wake'

/**
 * Asks for the page anew and changes what has changed: what is typed stays, and so does the place of whoever reads. What
 * is no page, as when the server is just being started again, changes nothing.
 */
export async function refresh(): Promise<void> {
  // As the page was opened: what stands in the address bar may have been shortened since.
  const opened = performance.getEntriesByType('navigation')[0]?.name ?? location.href
  const answer = await fetch(opened, { headers: { Accept: 'text/html' }, cache: 'no-store' }).catch(() => null)
  if (!answer?.ok || answer.redirected) return
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  if (!page.querySelector('main')) return
  document.title = page.title
  Idiomorph.morph(document.body, [...page.body.childNodes], {
    morphStyle: 'innerHTML',
    callbacks: {
      beforeNodeMorphed: (now, next) => {
        if (isTyped(now)) return false
        if (!isIsland(now) || !isIsland(next) || now.dataset.of !== next.dataset.of) return true
        bringUpToDate(now, next)
        return false
      },
      afterNodeAdded: (added) => {
        if (!(added instanceof Element)) return
        for (const island of [added, ...added.querySelectorAll('*')]) if (isIsland(island)) wake(island)
      },
    },
  })
}

function isTyped(node: Node): boolean {
  if (node instanceof HTMLTextAreaElement) return node.value !== node.defaultValue
  if (!(node instanceof HTMLInputElement)) return false
  return node.value !== node.defaultValue || node.checked !== node.defaultChecked
}
