import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { readDraft } from './browser-draft'
import { keepAsTyped } from './keep-as-typed'

class Field extends EventTarget {
  type = 'text'
  value = ''
  defaultValue = ''
  constructor(readonly name: string) {
    super()
  }
  closest() {
    return null
  }
}

let room = true
const kept = new Map<string, string>()

beforeEach(() => {
  kept.clear()
  room = true
  vi.useFakeTimers()
  vi.stubGlobal('window', new EventTarget())
  for (const name of ['Element', 'HTMLInputElement']) vi.stubGlobal(name, Field)
  for (const name of ['HTMLTextAreaElement', 'HTMLSelectElement']) vi.stubGlobal(name, class extends EventTarget {})
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem(key: string, value: string) {
      if (!room) throw new DOMException('The quota has been exceeded.', 'QuotaExceededError')
      kept.set(key, value)
    },
    removeItem: (key: string) => void kept.delete(key),
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** A form of these fields, which hears what is typed into one. */
function formOf(...fields: Field[]) {
  const form = Object.assign(new EventTarget(), { elements: fields })
  const type = (field: Field, value: string) => {
    field.value = value
    const event = new Event('input')
    Object.defineProperty(event, 'target', { value: field })
    form.dispatchEvent(event)
  }
  return { form: form as unknown as HTMLFormElement, type }
}

const draft = () => readDraft('peace')?.fields

test('what is typed is kept after a pause, and what was not touched is not', () => {
  const [reason, name] = [new Field('reason'), new Field('name')]
  const { form, type } = formOf(reason, name)
  keepAsTyped(form, 'peace')
  type(reason, 'My gran')
  expect(draft()).toBeUndefined()
  vi.advanceTimersByTime(1000)
  expect(draft()).toEqual({ reason: ['My gran'] })
})

test.each([
  ['with the next that is typed', (form: ReturnType<typeof formOf>, name: Field) => form.type(name, 'Sian')],
  ['when it is sent', ({ form }: ReturnType<typeof formOf>) => form.dispatchEvent(new Event('submit'))],
  ['when the page is left', () => window.dispatchEvent(new Event('pagehide'))],
])('what the browser had no room for is kept %s', (_when, then) => {
  const [reason, name] = [new Field('reason'), new Field('name')]
  const form = formOf(reason, name)
  keepAsTyped(form.form, 'peace')
  room = false
  form.type(reason, 'My gran takes the bus')
  vi.advanceTimersByTime(1000)
  expect(draft()).toBeUndefined()
  room = true
  then(form, name)
  vi.advanceTimersByTime(1000)
  expect(draft()).toMatchObject({ reason: ['My gran takes the bus'] })
})

test('a form that is gone is kept no more', () => {
  const reason = new Field('reason')
  const { form, type } = formOf(reason)
  const stop = keepAsTyped(form, 'peace')
  type(reason, 'My gran')
  stop()
  expect(draft()).toEqual({ reason: ['My gran'] })
  type(reason, 'My gran and I')
  vi.advanceTimersByTime(1000)
  window.dispatchEvent(new Event('pagehide'))
  expect(draft()).toEqual({ reason: ['My gran'] })
})
