import { expect, test } from 'vitest'
import { emailSlip } from './email-slip'

test.each([
  ['anna@gmial.com', 'anna@gmail.com'],
  ['anna@gmail.con', 'anna@gmail.com'],
  ['anna@hotmial.co.uk', 'anna@hotmail.co.uk'],
  ['anna@yaho.co.uk', 'anna@yahoo.co.uk'],
  [' anna@btinternet.con ', 'anna@btinternet.com'],
])('%s was probably meant as %s', (typed, meant) => expect(emailSlip(typed)).toBe(meant))

test.each([
  'anna@gmail.com',
  'Anna@Gmail.com',
  'anna@example.org',
  'anna@parliament.uk',
  'anna@somebodys-own.co.uk',
  'anna@uni.ac.uk',
  'anna\ud800@gmial.com',
  'anna%@gmail.com',
  '',
  'anna',
  'anna@',
])('"%s" is left as it is', (typed) => expect(emailSlip(typed)).toBeNull())
