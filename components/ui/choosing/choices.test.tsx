import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Choices } from './choices'

const choices = [
  { value: 'first', label: 'First', hint: 'What the first is' },
  { value: 'second', label: 'Second', hint: 'What the second is' },
  { value: 'third', label: 'Third' },
]

test.each(['radio', 'checkbox'] as const)('a %s is described by its own hint, and the group by the group’s', (kind) => {
  const html = renderToStaticMarkup(
    <Choices name="seat" kind={kind} legend="Which?" hint="Of the group" error="Choose one" choices={choices} />,
  )
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(ids).toEqual([...new Set(ids)])
  const textOf = (id: string) => new RegExp(`id="${id}"[^>]*>([^<]*)`).exec(html)?.[1]
  const described = [...html.matchAll(/<(fieldset|input)[^>]* aria-describedby="([^"]+)"/g)].map(
    ([, element, by = '']) => [element, by.split(' ').at(-1) ?? ''],
  )
  expect(described.map(([element, id = '']) => [element, textOf(id)])).toEqual([
    ['fieldset', 'Of the group'],
    ['input', 'What the first is'],
    ['input', 'What the second is'],
    ['input', ''],
  ])
})
