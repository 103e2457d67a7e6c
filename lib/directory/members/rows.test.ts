import { expect, test } from 'vitest'
import { parseMemberRows } from './rows'

const HEADER = 'code,member_id,member,party,email'
const row = 'E14001172,5257,Rachel Blake,Labour (Co-op),rachel.blake.mp@parliament.uk'
const rachel = { memberId: 5257, name: 'Rachel Blake', party: 'Labour (Co-op)', email: 'rachel.blake.mp@parliament.uk' }

test('members are read from either spelling of the header, in any order, with other columns beside them', () => {
  expect(parseMemberRows(`${HEADER}\n${row}\n`)).toEqual([{ code: 'E14001172', member: rachel, line: 2 }])
  const other = `email,name,full_title,party,gss_code,member_id\n${rachel.email},Rachel Blake,x,Labour (Co-op),E14001172,5257`
  expect(parseMemberRows(other)).toEqual([{ code: 'E14001172', member: rachel, line: 2 }])
})

test('a header in capitals is read, and two spaces in a name or party are one, as in what a sync reads', () => {
  const text =
    'GSS_CODE, Member_ID ,NAME,Party,EMAIL\ne14001172,5257,Rachel  Blake,Labour   (Co-op),rachel.blake.mp@parliament.uk\n'
  expect(parseMemberRows(text)).toEqual([{ code: 'E14001172', member: rachel, line: 2 }])
})

test('a byte order mark, Windows line ends, quotes and blank lines do no harm', () => {
  const text = `\ufeff${HEADER}\r\n\r\n"E14001172","5257","Blake, Rachel","Labour"," "\r\n`
  expect(parseMemberRows(text)).toEqual([
    { code: 'E14001172', member: { memberId: 5257, name: 'Blake, Rachel', party: 'Labour', email: null }, line: 3 },
  ])
})

test.each([';', '\t'])('columns are parted by %j as well, as the header has it', (mark) => {
  const text = [HEADER, row].map((line) => line.replaceAll(',', mark)).join('\r\n')
  expect(parseMemberRows(text)).toEqual([{ code: 'E14001172', member: rachel, line: 2 }])
})

test('a row without a member is a vacant seat', () => {
  expect(parseMemberRows(`${HEADER}\nE14001290,,,,`)).toEqual([{ code: 'E14001290', member: null, line: 2 }])
})

test.each([
  ['an empty file', '', 'The file has no rows.'],
  ['a header alone', HEADER, 'The file has no rows.'],
  ['HTML saved as CSV', '<!doctype html>\n<html>\n</html>', 'The file has no column "code" or "gss_code".'],
  ['a missing column', 'code,member_id,name,party\nE1,1,A,B', 'The file has no column "email".'],
  ['no name', `${HEADER}\nE1,1,,P,`, 'Line 2 has no name.'],
  ['no id', `${HEADER}\nE1,,A,P,`, 'Line 2 has a member_id that is not a number.'],
  ['a web form for an e-mail', `${HEADER}\nE1,1,A,P,https://a.example`, 'Line 2 has an e-mail that is not an address.'],
  ['a seat twice', `${HEADER}\nE1,1,A,P,\nE1,2,B,P,`, 'The constituency E1 stands on line 2 and again on line 3.'],
  ['a member twice', `${HEADER}\nE1,1,A,P,\nE2,1,A,P,`, 'The member 1 stands on line 2 and again on line 3.'],
])('refuses %s in one line', (_, text, message) => expect(() => parseMemberRows(text)).toThrow(message))

test.each([
  ['E1,1', 'line 2 has another number of columns than the header'],
  ['E1,1,A "B" C,P,', 'line 2 has a stray quotation mark'],
  ['"E1,1,A,P,', 'a quotation mark is opened and never closed'],
])('refuses a row that is no CSV, saying where: %s', (broken, fault) =>
  expect(() => parseMemberRows(`${HEADER}\n${broken}\n`)).toThrow(`The file is not a CSV of members: ${fault}.`),
)
