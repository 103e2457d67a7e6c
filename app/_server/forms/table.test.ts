import { expect, test } from 'vitest'
import { besidePages } from '@/app/_server/routes/beside-pages'
import { findForm, forms } from './table'

test('every form.ts exports a form, and each address has one', async () => {
  const files = await besidePages('form')
  expect(files.filter(({ exports }) => !('form' in exports)).map(({ address }) => address)).toEqual([])
  expect(new Set(forms.map(({ address }) => address)).size).toBe(forms.length)
  expect(forms.length).toBeGreaterThanOrEqual(files.length)
})

test.each(forms)('the form at $address knows of its address only what its folders name', ({ address, form }) => {
  expect([...address.matchAll(/\[(\w+)\]/g)].map(([, name]) => name)).toEqual(expect.arrayContaining([...form.address]))
})

test.each(['/nowhere', '/confirm', '/confirm/', '/confirm/a.b', '/confirm/a/b', '/staff/settings/', '/_server/forms'])(
  'there is no form at %s',
  (path) => expect(findForm(path)).toBeNull(),
)

test('a form is given the parts of its address', () => {
  expect(findForm('/confirm/a-b_c')?.address).toEqual({ token: 'a-b_c' })
})
