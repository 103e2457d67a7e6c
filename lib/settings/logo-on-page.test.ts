import { expect, test } from 'vitest'
import { LOGO_BOX, shownSize } from './logo-on-page'

test.each([
  [
    { width: 800, height: 160 },
    { width: 132, height: 26 },
    { width: 176, height: 35 },
  ],
  [
    { width: 300, height: 100 },
    { width: 132, height: 44 },
    { width: 132, height: 44 },
  ],
  [
    { width: 100, height: 300 },
    { width: 15, height: 44 },
    { width: 15, height: 44 },
  ],
  [
    { width: 800, height: 100 },
    { width: 132, height: 17 },
    { width: 176, height: 22 },
  ],
])('a logo of %o is %o on a phone and %o on a desk', (logo, phone, desk) => {
  expect(shownSize(logo, LOGO_BOX.phone, 0)).toEqual(phone)
  expect(shownSize(logo, LOGO_BOX.desk, 0)).toEqual(desk)
})

test('on a plate it is as much smaller, so that the header is as high', () => {
  expect(shownSize({ width: 100, height: 100 }, LOGO_BOX.phone, 4)).toEqual({ width: 36, height: 36 })
})
