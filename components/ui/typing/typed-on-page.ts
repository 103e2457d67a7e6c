type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
/** A field and its place: which form of the page, which name, and which of those that share it. */
type Placed = { control: Control; form: number; name: string; nth: number }
type Typed = Omit<Placed, 'control'> & { value: string; checked: boolean; inUse: boolean }

/** What stands in the forms of a page, and where somebody was. */
export type TypedOnPage = { typed: Typed[]; scrolled: number }

/** Reads what stands in all forms of the page, but for what the page itself carries and for files. */
export function typedOnPage(): TypedOnPage {
  return typedIn(fieldsOnPage(), document.activeElement)
}

/** The same of fields that were on the page, which keep what was typed into them; `used`: the one that somebody was in. */
export function typedIn(fields: readonly Placed[], used: Element | null): TypedOnPage {
  const typed = fields.map(({ control, ...place }) => ({
    ...place,
    value: control.value,
    checked: isTickable(control) && control.checked,
    inUse: control === used,
  }))
  return { typed, scrolled: window.scrollY }
}

/** Puts it back into the same forms, made anew, and tells whoever listens to their fields. */
export function putBackOnPage({ typed, scrolled }: TypedOnPage): void {
  for (const { control, form, name, nth } of fieldsOnPage()) {
    const before = typed.find((each) => each.form === form && each.name === name && each.nth === nth)
    if (!before) continue
    if (setAs(control, before)) control.dispatchEvent(new Event('input', { bubbles: true }))
    if (before.inUse) control.focus({ preventScroll: true })
  }
  window.scrollTo({ top: scrolled, behavior: 'instant' })
}

/** Every field that a person fills in, in its place. */
export function fieldsOnPage(): Placed[] {
  return [...document.forms].flatMap((form, at) => {
    const seen = new Map<string, number>()
    return [...form.elements].filter(isTypedInto).map((control) => {
      const nth = seen.get(control.name) ?? 0
      seen.set(control.name, nth + 1)
      return { control, form: at, name: control.name, nth }
    })
  })
}

function isTypedInto(element: Element): element is Control {
  if (element instanceof HTMLInputElement) return !['hidden', 'file', 'submit', 'button'].includes(element.type)
  return element instanceof HTMLTextAreaElement || element instanceof HTMLSelectElement
}

function setAs(control: Control, { value, checked }: Typed): boolean {
  if (isTickable(control)) {
    if (control.checked === checked) return false
    control.checked = checked
    return true
  }
  if (control.value === value) return false
  control.value = value
  return true
}

function isTickable(control: Control): control is HTMLInputElement {
  return control.type === 'checkbox' || control.type === 'radio'
}
