import { expect, test } from 'vitest'
import { readWorksOn } from './read-works-on'

const ONE = '6f1d3f0b-35de-4d0c-9c15-8f0f7d3b7c11'
const TWO = 'e12a04ea-238f-4db7-b02f-b95340d7cdcb'

function sent(reach: string | null, ...campaigns: string[]): FormData {
  const form = new FormData()
  if (reach !== null) form.append('reach', reach)
  for (const one of campaigns) form.append('campaigns', one)
  return form
}

test.each([
  ['all is all, whatever is ticked', sent('all', ONE), null],
  ['some are those that are ticked, and nothing else', sent('some', ONE, 'all', TWO), [ONE, TWO]],
  ['ticks without an answer are meant', sent(null, ONE), [ONE]],
  ['without either it is all', sent(null), null],
])('%s', (_, form, worksOn) => {
  expect(readWorksOn(form)).toMatchObject({ worksOn, faults: [] })
})

test.each([['some'], ['none'], ['ALL']])('“%s” without a tick is asked again, and is not all', (reach) => {
  const read = readWorksOn(sent(reach))
  expect(read).toMatchObject({ worksOn: [], faults: [{ field: 'campaigns' }], typed: { reach, campaigns: '' } })
})
