import type { TypedFields } from './browser-draft'

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement

/** What a person has typed or ticked in the form, by name: every value of a name that has several boxes. */
export function typedFields(form: HTMLFormElement): TypedFields {
  const fields: TypedFields = {}
  for (const control of controlsOf(form)) {
    const values = fields[control.name] ?? []
    if (!isTickable(control) || control.checked) values.push(control.value)
    fields[control.name] = values
  }
  return fields
}

// Which page it is and what was pressed there, a field that no person sees, and what is made anew for each sending.
const OF_THE_PAGE = new Set(['step', 'change', 'nothing', 'puzzle', 'submission', 'home'])

/** All that the form would send of the letter, with what its page carries unseen: enough to show the page again. */
export function wholeFields(form: HTMLFormElement): TypedFields {
  const sent = new FormData(form)
  const names = [...new Set(sent.keys())].filter((name) => !OF_THE_PAGE.has(name))
  return Object.fromEntries(names.map((name) => [name, sent.getAll(name).map(String)]))
}

/** Has the form carry unseen what a draft holds beside the fields that its page shows; `newer`: what the page has, if it does. */
export function carryUnseen(form: HTMLFormElement, draft: TypedFields, { newer }: { newer?: string } = {}): void {
  const shown = new Set(controlsOf(form).map(({ name }) => name))
  for (const [name, values] of Object.entries(draft)) {
    if (shown.has(name) || OF_THE_PAGE.has(name)) continue
    if (name === newer && form.elements.namedItem(name) !== null) continue
    for (const input of form.querySelectorAll(`input[type="hidden"][name="${name}"]`)) input.remove()
    const isShown = form.elements.namedItem(name) !== null
    for (const value of isShown ? [] : values) {
      form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }))
    }
  }
}

/** The names of the fields that no longer show what the page gave them: typed into before any script listened. */
export function typedBefore(form: HTMLFormElement): string[] {
  return controlsOf(form)
    .filter((control) => (isTickable(control) ? control.checked !== control.defaultChecked : isTypedInto(control)))
    .map((control) => control.name)
}

/** Whether the form shows something else than the draft, in a field that both have. */
export function differs(form: HTMLFormElement, draft: TypedFields): boolean {
  return Object.entries(typedFields(form)).some(([name, values]) => draft[name] && !same(values, draft[name]))
}

/** Puts typed text back and tells whoever listens to the fields; gives the first field that changed. */
export function putBack(form: HTMLFormElement, draft: TypedFields): HTMLElement | null {
  const seen = new Map<string, number>()
  let first: HTMLElement | null = null
  for (const control of controlsOf(form)) {
    const values = draft[control.name]
    if (!values) continue
    const place = seen.get(control.name) ?? 0
    seen.set(control.name, place + 1)
    if (!setControl(control, values, place)) continue
    control.dispatchEvent(new Event('input', { bubbles: true }))
    first ??= control
  }
  return first
}

function setControl(control: Control, values: string[], place: number): boolean {
  if (isTickable(control)) {
    const checked = values.includes(control.value)
    if (control.checked === checked) return false
    control.checked = checked
    return true
  }
  const value = values[place]
  if (value === undefined || control.value === value) return false
  control.value = value
  return true
}

/**
 * Fields that a person fills in. What the page itself carries (hidden fields, names with `_`, the seat that the
 * letter is for) and what no person sees (a trap for robots) is neither kept nor put back.
 */
function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter(
    (element): element is Control =>
      (element instanceof HTMLInputElement ||
        element instanceof HTMLTextAreaElement ||
        element instanceof HTMLSelectElement) &&
      element.type !== 'hidden' &&
      !/^(_.*|constituency|)$/.test(element.name) &&
      !element.closest('[aria-hidden="true"], [hidden]'),
  )
}

function isTickable(control: Control): control is HTMLInputElement {
  return control.type === 'checkbox' || control.type === 'radio'
}

function isTypedInto(control: Control): boolean {
  if (control instanceof HTMLSelectElement) return !isAsGiven(control)
  return control.value !== control.defaultValue
}

function isAsGiven({ options, selectedIndex }: HTMLSelectElement): boolean {
  const given = [...options].findIndex((option) => option.defaultSelected)
  return selectedIndex === Math.max(given, 0)
}

function same(a: string[], b: string[]): boolean {
  // The page may show what was typed without its stray spaces and with other line ends: that is no change.
  const plain = (values: string[]) => JSON.stringify(values.map((value) => value.replace(/\s+/g, ' ').trim()).sort())
  return plain(a) === plain(b)
}
