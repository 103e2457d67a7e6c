import { type DraftPlace, keepDraft } from './browser-draft'
import { typedBefore, typedFields } from './typed-fields'

const PAUSE_MS = 400

/**
 * Keeps the fields that are typed into, a moment after each pause and at once on leaving. Only fields that were
 * touched: a letter from an earlier visit, still on offer, is not overwritten by the page's own text.
 * Gives the function that stops it.
 */
export function keepAsTyped(form: HTMLFormElement, slug: string, place?: DraftPlace): () => void {
  const touched = new Set(typedBefore(form))
  let timer: ReturnType<typeof setTimeout> | undefined

  const keep = () => {
    clearTimeout(timer)
    if (touched.size === 0) return
    const fields = Object.entries(typedFields(form)).filter(([name]) => touched.has(name))
    // What the browser did not take, as where its storage is full, is tried again the next time.
    if (keepDraft(slug, Object.fromEntries(fields), { place })) touched.clear()
  }
  const note = ({ target }: Event) => {
    if (target instanceof Element && 'name' in target && typeof target.name === 'string') touched.add(target.name)
    clearTimeout(timer)
    timer = setTimeout(keep, PAUSE_MS)
  }

  if (touched.size > 0) timer = setTimeout(keep, PAUSE_MS)
  form.addEventListener('input', note)
  form.addEventListener('submit', keep)
  window.addEventListener('pagehide', keep)
  return () => {
    keep()
    form.removeEventListener('input', note)
    form.removeEventListener('submit', keep)
    window.removeEventListener('pagehide', keep)
  }
}
