import { expect, test } from 'vitest'
import { newExchange, withExchange } from './exchange'
import { pageTitle, titleTemplate } from './page-title'

const campaign = 'Stand with Artsakh'
const afterForm = <T>(faults: object[], work: () => T) =>
  withExchange(newExchange({ form: { by: {}, show: { faults } } }), work)
const whole = (parts: Parameters<typeof pageTitle>[0]) => titleTemplate('%s – Dear MP').replace('%s', pageTitle(parts))

test('a title says the step, the campaign and the installation', () => {
  expect(whole({ step: 'Your letter', campaign })).toBe('Your letter – Stand with Artsakh – Dear MP')
  expect(whole({ step: 'Your data' })).toBe('Your data – Dear MP')
})

test('nothing is said twice', () => {
  expect(whole({ step: campaign, campaign })).toBe('Stand with Artsakh – Dear MP')
})

test('an error stands in front once: of an address, of a posted form, or of both', () => {
  const error = 'Error: Your letter – Stand with Artsakh – Dear MP'
  expect(whole({ step: 'Your letter', campaign, error: true })).toBe(error)
  expect(afterForm([{}], () => whole({ step: 'Your letter', campaign }))).toBe(error)
  expect(afterForm([{}], () => whole({ step: 'Your letter', campaign, error: true }))).toBe(error)
})

test('a form that came back without faults is none', () => {
  expect(afterForm([], () => whole({ step: 'Your data' }))).toBe('Your data – Dear MP')
  expect(withExchange(newExchange({ form: { by: {}, show: {} } }), () => whole({ step: 'Your data' }))).toBe(
    'Your data – Dear MP',
  )
})
