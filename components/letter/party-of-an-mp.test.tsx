import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Envelope } from './envelope'
import { MpCard } from './mp-card'

const shown = (party: string) => {
  const props = { constituency: 'Chorley', mp: { name: 'Ann Example', party } }
  return [renderToStaticMarkup(<Envelope {...props} />), renderToStaticMarkup(<MpCard {...props} />)]
}

test('envelope and card name the Speaker as that, and no party', () => {
  for (const html of shown('Speaker')) {
    expect(html).toContain('The Speaker (no party)')
    expect(html).not.toContain('Party:')
  }
})

test('envelope and card name a party, and the card what its MPs do not do', () => {
  const [envelope, card] = shown('Sinn Féin')
  expect(envelope).toContain('Party: Sinn Féin')
  expect(card).toContain('MPs of Sinn Féin do not take their seats in the House of Commons')
  expect(shown('Labour').join()).not.toContain('take their seats')
})
