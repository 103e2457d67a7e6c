import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { differs, putBack, typedBefore, typedFields } from './typed-fields'

class Input extends EventTarget {
  type = 'text'
  value = ''
  defaultValue = ''
  checked = false
  defaultChecked = false
  apart = false
  constructor(
    readonly name: string,
    more: Partial<Input> = {},
  ) {
    super()
    Object.assign(this, more)
  }
  closest() {
    return this.apart ? this : null
  }
}
class Area extends Input {}
class Select extends Input {
  override type = 'select-one'
  options: { defaultSelected: boolean }[] = []
  selectedIndex = 0
}

beforeEach(() => {
  vi.stubGlobal('HTMLInputElement', Input)
  vi.stubGlobal('HTMLTextAreaElement', Area)
  vi.stubGlobal('HTMLSelectElement', Select)
})
afterEach(() => vi.unstubAllGlobals())

const formOf = (...elements: EventTarget[]) => ({ elements }) as unknown as HTMLFormElement
const box = (value: string, checked: boolean) => new Input('asks', { type: 'checkbox', value, checked })

test('what a person fills in is read by name, with every value of a name that has several boxes', () => {
  const form = formOf(
    new Input('name', { value: 'Siân' }),
    new Input('postcode', { value: 'SW1A 0AA' }),
    new Area('reason', { value: 'My gran' }),
    box('a', true),
    box('b', false),
    box('c', true),
  )
  expect(typedFields(form)).toEqual({ name: ['Siân'], postcode: ['SW1A 0AA'], reason: ['My gran'], asks: ['a', 'c'] })
})

test.each([
  ['what the page carries', new Input('draft', { type: 'hidden', value: 'x' })],
  ['a name of the page’s own', new Input('_token', { value: 'x' })],
  ['the seat that the letter is for', new Input('constituency', { value: 'E14001172' })],
  ['a trap that no person sees', new Input('website', { value: 'x', apart: true })],
  ['a button without a name', new Input('', { value: 'x' })],
])('%s is neither read nor put back', (_what, input) => {
  expect(typedFields(formOf(input))).toEqual({})
  const before = input.value
  expect(putBack(formOf(input), { [input.name]: ['other'] })).toBeNull()
  expect(input.value).toBe(before)
})

test('what was typed before any script listened is known by what the page had given', () => {
  const form = formOf(
    new Input('name', { value: 'Siân' }),
    new Input('email', { value: 'as@given.example', defaultValue: 'as@given.example' }),
    box('a', true),
    Object.assign(new Select('reply'), { options: [{ defaultSelected: true }, { defaultSelected: false }] }),
    Object.assign(new Select('title'), { options: [{ defaultSelected: false }, {}], selectedIndex: 1 }),
  )
  expect(typedBefore(form)).toEqual(['name', 'asks', 'title'])
})

test('a draft differs by its words, and not by spaces, line ends or the order of boxes', () => {
  const form = formOf(new Area('reason', { value: 'My gran\ntakes it' }), box('b', true), box('a', true))
  expect(differs(form, { reason: ['My gran \r\n takes it '], asks: ['a', 'b'] })).toBe(false)
  expect(differs(form, { reason: ['My gran takes two'] })).toBe(true)
  expect(differs(form, { asks: ['a'] })).toBe(true)
  expect(differs(form, { elsewhere: ['x'] })).toBe(false)
})

test('a draft is put back where it changes something, who listens is told, and the first field of these is given', () => {
  const heard: string[] = []
  const fields = [
    new Input('name', { value: 'Siân' }),
    new Input('line', {}),
    new Input('line', {}),
    box('a', true),
    box('b', false),
  ]
  for (const field of fields) field.addEventListener('input', () => heard.push(field.name))
  const first = putBack(formOf(...fields), { name: ['Siân'], line: ['1 High Street', 'Flat 2'], asks: ['b'] })
  expect(fields.map(({ value, checked }) => [value, checked])).toEqual([
    ['Siân', false],
    ['1 High Street', false],
    ['Flat 2', false],
    ['a', false],
    ['b', true],
  ])
  expect(first).toBe(fields[1])
  expect(heard).toEqual(['line', 'line', 'asks', 'asks'])
})
