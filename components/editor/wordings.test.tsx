import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { findPart } from '@/lib/content/parts'
import { Wordings } from './wordings'

const slots = findPart('letter')?.fields.filter(({ kind }) => kind === 'wordings') ?? []

function words(texts: string[]): string[] {
  return slots.map((field) => {
    const html = renderToStaticMarkup(<Wordings field={field} name={field.key} texts={texts} errors={{}} advice={[]} />)
    return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  })
}

test('one wording of each slot is called by its name, and the first is not one more', () => {
  const called = ['opening', 'opening after own words', 'sentence that names other asks', 'request', 'close']
  const none = words([])
  const some = words(['One.', 'Two.'])
  expect(slots).toHaveLength(called.length)
  for (const [at, name] of called.entries()) {
    expect(none[at]).toContain(`Add another ${name} `)
    expect(none[at]?.match(/ Remove /g)).toHaveLength(slots[at]?.optional ? 1 : 4)
    expect(some[at]).toContain(`Add another ${name} `)
    expect(some[at]?.toLowerCase()).toContain(` remove ${name} 2 `)
  }
})
