import { describe, expect, test } from 'vitest'
import { holdsLink, isGreetable } from './safe-name'

describe('a greeting takes', () => {
  test.each([
    'Anna Sarkissian',
    "Dr. J. O'Neill-Smith",
    'J. R. R. Tolkien',
    'María José de la Cruz y Fernández',
    'Nørgård, Ana (Annie)',
    'Gal·la Placídia',
    'Dot Cotton',
    'Won Loan Win',
    'Gift Price',
    'Nguyễn Thị Minh Khai',
    'Արամ Խաչատրյան',
    'Мария Иванова',
    '李小龍',
    '卡尔·马克思',
    'ジョン・スミス',
    'محمد علی',
    'نیک\u200cزاد',
    'क्षितिज',
  ])('%s', (name) => expect(isGreetable(name)).toBe(true))
})

describe('a greeting leaves out', () => {
  test.each([
    'claim £500 evil．com',
    'claim evil。com',
    'evil｡com',
    'evil\u200b.\u200bcom',
    'evil\u2024com',
    'evil·com',
    'evil•com',
    'e\u0301vil.c\u00adom',
    'evil dot com',
    'evil. com',
    'evil [dot] com',
    'hxxp evil',
    'hxxps://evil',
    'evil∕path',
    'evil⁄path',
    'a＠evil',
    'ａｂ．ｃｏｍ',
    '𝐜𝐥𝐚𝐢𝐦 it',
    'с\u006caim now',
    'cl\u0336aim',
    'Ann 500',
    'Ann ٥٠٠',
    'five hundred pounds',
    'Ann €',
    'Call now Ann',
    'Verify Ann',
    'see www evil',
    'evil\u202emoc.',
    'one two three four five six seven eight nine',
    '123',
    '…',
    '',
  ])('%j', (name) => expect(isGreetable(name)).toBe(false))
})

describe('a form refuses', () => {
  test.each(['evil．com', 'claim £500 evil．com', 'ｗｗｗ.evil', 'ann＠evil', 'hxxp://evil', 'evil\u200b.com'])(
    '%j',
    (name) => expect(holdsLink(name)).toBe(true),
  )
  test.each(['J.Smith', 'St.John Rivers', 'K. Co', 'Dot Shop', 'Ann 3rd', 'J.Co'])('not %j', (name) =>
    expect(holdsLink(name)).toBe(false),
  )
})
