import { expect, test } from 'vitest'
import { logoInWords } from './logo-in-words'

test.each([
  ['', 'Example Alliance', 'Dear MP', 'Example Alliance'],
  ['', 'Example Alliance', 'Letters of the Example Alliance', ''],
  ['', 'Example Alliance', 'EXAMPLE ALLIANCE', ''],
  ['A hand with a pen: Example Alliance', 'Example Alliance', 'Dear MP', 'A hand with a pen: Example Alliance'],
  ['Logo of Example Alliance', 'Example Alliance', 'Example Alliance', ''],
  ['Dear MP', 'Example Alliance', 'Dear MP', ''],
  ['', '', 'Dear MP', 'Logo of whoever runs this site'],
])('the logo %j of %j beside %j says %j', (alt, operator, beside, said) => {
  expect(logoInWords({ alt, operator }, beside)).toBe(said)
})
