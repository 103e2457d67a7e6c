import { useRouter } from 'next/navigation'
import { useCallback } from 'react'

/**
 * Gives what brings the page up to date while it is shown: with its server's newest, and all that is typed left as it
 * is. A page that the browser has translated is loaded anew, unless somebody types: of what the server changes, the
 * translation would show the old.
 */
export function useUpToDate(): () => void {
  const router = useRouter()
  return useCallback(() => {
    if (isTranslated() && !isTypedInto()) location.reload()
    else router.refresh()
  }, [router])
}

/** Browsers put elements around texts that no page of ours has. */
function isTranslated(): boolean {
  return document.querySelector('body font') !== null
}

function isTypedInto(): boolean {
  return [...document.forms].some((form) =>
    [...form.elements].some(
      (field) =>
        (field instanceof HTMLTextAreaElement && field.value !== field.defaultValue) ||
        (field instanceof HTMLInputElement &&
          field.type !== 'hidden' &&
          (field.value !== field.defaultValue || field.checked !== field.defaultChecked)),
    ),
  )
}
