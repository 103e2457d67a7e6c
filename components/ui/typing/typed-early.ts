const typed = new WeakMap<HTMLTextAreaElement, string>()

/**
 * Notes what is typed into textareas from now on, and what was before. To be called once, before React takes the page
 * over: while it does, it writes their first values, and a person may type at any moment of it.
 */
export function noteTyped(): void {
  for (const field of document.querySelectorAll('textarea')) {
    if (field.value !== field.defaultValue) typed.set(field, field.value)
  }
  document.addEventListener('input', note, true)
}

/** What a person typed into it last; `undefined` where they typed nothing. */
export function lastTyped(field: HTMLTextAreaElement): string | undefined {
  return typed.get(field)
}

function note({ target }: Event): void {
  if (target instanceof HTMLTextAreaElement) typed.set(target, target.value)
}
