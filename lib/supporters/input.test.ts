import { describe, expect, test } from 'vitest'
import { isEmail } from '@/lib/kernel/email-address'
import { supporterDetails } from './input'

const GOOD = {
  name: 'Anna Smith',
  email: 'anna@example.org',
  address1: '7 Quince Row',
  address2: '',
  town: 'London',
  abroad: '',
  phone: '',
}

/** What is wrong with details that differ from good ones in one field: its messages. */
function faults(field: keyof typeof GOOD, value: string | undefined): string[] {
  const { [field]: _left, ...others } = GOOD
  const result = supporterDetails.safeParse(value === undefined ? others : { ...GOOD, [field]: value })
  return result.error?.issues.map(({ path, message }) => `${String(path[0])}: ${message}`) ?? []
}

test('good details come out clean: spaces, line ends and accents put right', () => {
  const typed = {
    ...GOOD,
    name: ' Ze\u0301lie \r\n O’Hara ',
    address2: '\tFlat  2 ',
    town: 'Bath\u0000',
    updates: 'yes',
  }
  expect(supporterDetails.parse(typed)).toEqual({
    name: 'Zélie O’Hara',
    email: 'anna@example.org',
    address1: '7 Quince Row',
    address2: 'Flat 2',
    town: 'Bath',
    abroad: '',
    phone: '',
    updates: true,
  })
})

test('updates are asked for by the ticked box alone', () => {
  for (const updates of [undefined, '', 'no', 'on', 'true']) {
    expect(supporterDetails.parse({ ...GOOD, updates })).toMatchObject({ updates: false })
  }
})

test.each(['020 7946 0000', '+44 (0)20 7946 0000', '0034-600.000.000', '020 7946 0000 ext. 12', '02079460000x7', ''])(
  'a telephone number may be given as “%s”',
  (phone) => expect(supporterDetails.parse({ ...GOOD, phone: ` ${phone} ` })).toMatchObject({ phone }),
)

test('a present address keeps its lines', () => {
  const typed = { ...GOOD, abroad: ' Calle Mayor 1\r\n28013 Madrid \n\nSpain\n' }
  expect(
    supporterDetails
      .parse(typed)
      .abroad.split('\n')
      .filter((line) => line.trim()),
  ).toEqual(['Calle Mayor 1', '28013 Madrid', 'Spain'])
})

test('the second line of the address may be missing', () => expect(faults('address2', undefined)).toEqual([]))

describe('each bad field says what to do, once', () => {
  test.each([
    ['name', undefined, 'Enter your full name'],
    ['name', '', 'Enter your full name'],
    ['name', ' \t\u202e ', 'Enter your full name'],
    ['name', '12345 !!', 'Enter your name in letters'],
    ['name', '👍', 'Enter your name in letters'],
    ['name', 'x'.repeat(101), 'Your name can be at most 100 characters'],
    ['name', 'Win at https://example.org', 'Enter your name, without links or addresses'],
    ['name', 'HTTP://x', 'Enter your name, without links or addresses'],
    ['name', 'Visit www.example.org', 'Enter your name, without links or addresses'],
    ['name', 'anna@example.org', 'Enter your name, without links or addresses'],
    ['email', undefined, 'Enter your e-mail address'],
    ['email', '  ', 'Enter your e-mail address'],
    ['email', 'anna', 'Enter an e-mail address like name@example.org'],
    [
      'email',
      `${'a'.repeat(60)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.example.org`,
      'Your e-mail address can be at most 254 characters',
    ],
    ['address1', undefined, 'Enter the first line of your address'],
    ['address1', ' ', 'Enter the first line of your address'],
    ['address1', 'x'.repeat(121), 'This line can be at most 120 characters'],
    ['address2', 'x'.repeat(121), 'This line can be at most 120 characters'],
    ['town', undefined, 'Enter your town or city'],
    ['town', '\n', 'Enter your town or city'],
    ['town', 'x'.repeat(81), 'Your town can be at most 80 characters'],
    ['abroad', 'x'.repeat(301), 'Your present address can be at most 300 characters'],
    ['abroad', 'x\n'.repeat(6).concat('x'), 'Your present address can have at most 6 lines'],
    ...[
      'ring me',
      '123456',
      '1234567890123456',
      '020 7946 0000 x',
      '020 7946 0000 or 1',
      '++44 20 7946 0000',
      'x12',
    ].map((typed) => ['phone', typed, 'Enter a telephone number like 020 7946 0000'] as const),
  ] as const)('%s "%s"', (field, value, message) => expect(faults(field, value)).toEqual([`${field}: ${message}`]))
})

test.each([
  'Jean-Luc O’Neil',
  'St. John Smith',
  'J. R. R. Tolkien',
  'J.R.R. Tolkien',
  'Martin Luther King Jr.',
  'Dr.Smith',
  'Anna d/o Kumar',
  'Նարինե',
  'X Æ A-12',
  '王',
  'Zélie',
])('"%s" is a name', (name) => expect(faults('name', name)).toEqual([]))

test('lengths are counted in characters, so that accents and emoji do not cost more', () => {
  expect(faults('name', `A${'é'.repeat(99)}`)).toEqual([])
  expect(faults('town', '👍'.repeat(80))).toEqual([])
})

describe('an e-mail address', () => {
  test.each([
    'a@b.co',
    'first.last+tag@sub.example.co.uk',
    "o'neill@example.org",
    'x_y-z%q@example.museum',
    '1@2.org',
    'a@xn--mller-kva.example',
    `${'a'.repeat(64)}@example.org`,
  ])('may be %s', (email) => expect(isEmail(email)).toBe(true))

  test.each([
    '',
    '@',
    'a@',
    '@b.org',
    'a@b',
    'a@localhost',
    'a@b.c',
    'a@b..org',
    'a@.b.org',
    'a@-b.org',
    'a@b-.org',
    'a@b.org.',
    'a@b.123',
    'a@[127.0.0.1]',
    'a@@b.org',
    'a@b@c.org',
    'a b@c.org',
    'a@b .org',
    'a@b.org,c@d.org',
    'a@b.org;c@d.org',
    '<a@b.org>',
    'Anna <a@b.org>',
    '"a b"@c.org',
    'a(x)@b.org',
    'a@b.org\r\nBcc: c@d.org',
    'a@b.org\n',
    'mailto:a@b.org',
    'müller@example.org',
    'a@müller.org',
    'a\u202e@b.org',
    `${'a'.repeat(65)}@example.org`,
  ])('may not be %j', (email) => expect(isEmail(email)).toBe(false))

  test('has its spaces taken off before it is judged', () => {
    expect(supporterDetails.parse({ ...GOOD, email: ' anna@example.org\r\n' }).email).toBe('anna@example.org')
  })
})
