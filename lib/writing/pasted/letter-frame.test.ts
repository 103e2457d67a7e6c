import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { letterFrame } from './letter-frame'

const SAYS = 'I write about the war.\n\nMy gran still cries when she sees it. Please ask for a ceasefire.'

describe('what a pasted letter brings', () => {
  test.each([
    [`Dear Ms Blake,\n\n${SAYS}\n\nYours sincerely,\nAnn Example\n1 Example Street\nSW1A 0AA`],
    [`Dear Ms Blake\n\n${SAYS}\n\nYours sincerely\n\nAnn Example`],
    [`Dear Rachel,\n${SAYS}\nYours sincerely,\nAnn`],
    [`Dear Rachel Blake MP,\n\n${SAYS}\n\nYours faithfully`],
    [`Dear Rachel Blake, MP for Cities of London and Westminster,\n\n${SAYS}\n\nKind regards,\n\nAnn`],
    [`Dear Sir or Madam,\n\n${SAYS}\n\nYours faithfully,\n\nA. B. Example (Mrs)`],
    [`Dear Sir/Madam\n\n${SAYS}\n\nBest wishes\nAnn & Bob Example`],
    [`To whom it may concern:\n\n${SAYS}\n\nRegards`],
    [`hi rachel,\n\n${SAYS}\n\nkind regards\nann example\n1 example street\nleeds\nls1 1aa`],
    [`Hello,\n${SAYS}\n\nMany thanks,\nAnn`],
    [`Good morning Ms Blake!\n\n${SAYS}\n\nWith thanks and best wishes,\n\nYours sincerely,\n\nAnn Example\nLeeds`],
    [`Hi there,\n\n${SAYS}\n\nAll the best,\nAnn x\n\nSent from my iPhone`],
    [
      `1 Example Street\nLondon\nSW1A 0AA\n\n26 November 2026\n\nDear Ms Blake,\n\n${SAYS}\n\nYours sincerely, Ann Example`,
    ],
    [
      `Ann Example\nFlat 2, 1 High St.\nLondon SW1A 0AA\nann@example.org\n07700 900123\n\nRachel Blake MP\nHouse of Commons\nLondon\nSW1A 0AA\n\nThursday, 26th November 2026\nDear Rachel,\n\n${SAYS}\n\nYours truly,\nAnn\nTel: 07700 900123\nE-mail: ann@example.org`,
    ],
    [`${SAYS}\n\nYours sincerely,\n\n\n\nAnn Example\n(a constituent)`],
    [`${SAYS}\n\nYours in hope,\nYour constituent in Leeds`],
    [`${SAYS}\n\nAnn Example\n1 Example Street\nLondon\nSW1A 0AA`],
    [`1 Example Street\nLondon\nSW1A 0AA\n\n${SAYS}`],
    [`DEAR MS BLAKE,\n\n${SAYS}\n\nYOURS SINCERELY,\nANN EXAMPLE`],
    [`Dear Liz Saville-Roberts,\n\n${SAYS}\n\nYour's sincerely\nSiân O'Neill-Jones`],
    [`Dear Ms Blake,\r\n\r\n${SAYS.replaceAll('\n', '\r\n')}\r\n\r\nYours sincerely,\r\nAnn`],
    [`Dear Ms Blake, ${SAYS} Yours sincerely, Ann Example`],
    [`Hello, ${SAYS} Kind regards Ann`],
    [`Annwyl Liz Saville Roberts,\n\n${SAYS}\n\nYr eiddoch yn gywir,\nSiân Jones\nTŷ Gwyn\nLL41 4AA`],
    [`Annwyl Syr neu Fadam\n\n${SAYS}\n\nCofion cynnes,\nSiân`],
    [`${SAYS}\n\nDiolch yn fawr,\nSiân`],
    [`${SAYS}\n\nIs mise le meas,\nAnn`],
    [`hi katie\n\n${SAYS}\n\nbest\nann`],
    [`dear ms blake\n\n${SAYS}`],
    [`Hello katie\n${SAYS}`],
    [`Madam,\n\n${SAYS}\n\nI remain yours faithfully,\nA. Example`],
    [`Ms Blake,\n\n${SAYS}`],
    [`Respected Sir,\n\n${SAYS}\n\nYours in Christ,\nFr John Example`],
    [`FAO Rachel Blake MP\n\n${SAYS}`],
    [`Re: Artsakh\n\nDear Rachel,\n\n${SAYS}`],
    [`Dear Ms Blake,\n\nSubject: the war in Nagorno-Karabakh\n\n${SAYS}`],
    [`${SAYS}\n\nYours sincerely,Ann Example`],
    [`${SAYS}\n\nYours sincerely Ann Example, 1 Example Street, London SW1A 0AA`],
    [`${SAYS}\n\nYour sincerley\nAnn`],
    [`${SAYS}\n\nyours faithfuly, ann`],
    [`${SAYS}\n\nKR\nAnn`],
    [`${SAYS}\n\nYrs sincerely\nAnn`],
    [`${SAYS}\n\nYours etc.\nAnn Example`],
    [`To my MP,\n\n${SAYS}\n\nTa,\nAnn`],
    [`${SAYS}\n\nAddress: 14 High Street, Leeds, LS18 4EB`],
    [`${SAYS}\n\n14 High Street, Leeds LS18 4EB`],
  ])('is taken out whole, and what it says stays: %#', (pasted) => {
    expect(letterFrame(pasted)?.kept).toBe(SAYS)
  })

  test('is told as it stands: what is above the letter and what is under it', () => {
    expect(letterFrame(`Dear Ms Blake,\n\n${SAYS}\n\nYours sincerely,\nAnn Example\n1 Example Street`)?.taken).toEqual([
      'Dear Ms Blake,',
      'Yours sincerely,\nAnn Example\n1 Example Street',
    ])
  })

  test.each([
    ['Ann'],
    ['— Ann x'],
    ['Ann Example'],
    ['ANN EXAMPLE\n07700 900123'],
    ['Ann\n1 Example Street\nLeeds'],
    ['Looking forward to hearing from you,\nAnn', 'Looking forward to hearing from you,'],
  ])('has its writer’s name under it, where that is known: %j', (signed, says = '') => {
    const kept = says === '' ? SAYS : `${SAYS}\n\n${says}`
    expect(letterFrame(`${SAYS}\n\n${signed}`, ' Ann  Example')?.kept).toBe(kept)
    expect(letterFrame(`${SAYS}\n\n${signed}`, 'Bob Other')).toBeNull()
  })

  test.each([['Ann'], [`Ann\n\n${SAYS}`], [`${SAYS}\n\nMy gran is called\nAnn\nas well, by the way.`]])(
    'and where it is not: %j',
    (text) => expect(letterFrame(text, 'Ann Example')).toBeNull(),
  )

  test.each([
    ['a postscript', 'PS My gran would be glad of an answer by post.'],
    ['a postscript with stops', 'P.S. Please read this twice.'],
    ['what is enclosed', 'Enclosed: a photograph of the school.'],
    ['a sentence', 'I will be at your surgery on Friday.'],
  ])('leaves %s that stands behind the sign-off', (_, after) => {
    const pasted = `Dear Ms Blake,\n\n${SAYS}\n\nYours sincerely,\nAnn Example\n\n${after}`
    expect(letterFrame(pasted)).toEqual({
      kept: `${SAYS}\n\n${after}`,
      taken: ['Dear Ms Blake,', 'Yours sincerely,\nAnn Example'],
    })
  })

  test.each([
    [
      'a letter on one line with its greeting',
      'Dear Ms Blake, I write to ask for a ceasefire.',
      'I write to ask for a ceasefire.',
    ],
    ['a greeting with small letters behind it', 'Dear Ms Blake, my gran cries.', 'my gran cries.'],
    ['a first name with small letters behind it', 'Dear Rachel, my gran cries.', 'my gran cries.'],
    ['a full name with small letters behind it', 'Hi Rachel Blake, please help.', 'please help.'],
    ['a greeting before a dash', 'Hello Rachel – I write about the war.', 'I write about the war.'],
    ['a greeting and a dash', 'Hello Rachel, “Never again” is what we said.', '“Never again” is what we said.'],
  ])('cuts nothing but the greeting from %s', (_, text, kept) => expect(letterFrame(text)?.kept).toBe(kept))

  test.each([
    [SAYS],
    [''],
    ['Stop.'],
    ['Yours sincerely is how I end my letters.'],
    [`${SAYS}\n\nYours sincerely is how I end\nevery letter that I write to you.`],
    ['Best wishes for Christmas to your staff.'],
    ['Kind regards to your staff'],
    [`${SAYS}\n\nThank you.`],
    [`${SAYS}\n\nThank you for reading.`],
    [`${SAYS}\n\nMany thanks`],
    ['Dear friends, neighbours and all who fled are in my thoughts.'],
    ['Dear God, when will it end'],
    ['Respected Bishops, priests and mayors have asked.'],
    ['Dear Lord, why did nobody ask'],
    ['Dear me, what a mess'],
    ['Dear me – What a mess'],
    ['To my MP I would say one thing.'],
    ['Hello - as they say.'],
    ['Dear oh dear,\nwhat a mess this is.'],
    ['Dear to me is the town where I was born.'],
    ['Hello again to war, it seems.'],
    ['Hi-tech arms are sold to both sides.'],
    ['My postcode is SW1A 0AA'],
    ['I live at 1 Example Street, London SW1A 0AA.'],
    [`6 October 2020\n\nwas the day on which it was said.`],
    ['My gran\nstill cries\nwhen she sees it.'],
    ['Best of all would be a ceasefire.'],
    ['Love,\nI was taught, is stronger than war.'],
    ['Yours is the only vote that we have.'],
    [`My demands:\n- a ceasefire\n- talks\n- aid`],
    ['My wishes:\n- a ceasefire\n- talks'],
    ['My best wishes:\na ceasefire\ntalks'],
    ['“Dear Ms Blake,” my gran wrote to you last year.'],
    ['Sir Iain asked you about this in March.'],
    ['Madam Speaker, as you are called, should hear of it.'],
    ['Respected people have said so.'],
    ['hello darkness my old friend'],
    ['Re: is not how I begin.'],
    [`Re: Artsakh\n\n${SAYS}`],
    ['Diolch yn fawr'],
    [`${SAYS}\n\nThe school is at 14 High Street, Leeds LS18 4EB`],
    ['Your Government has done nothing.'],
    [`${SAYS}\n\nAnn`],
    [`Yours sincerely,\n\n${`${SAYS}\n\n`.repeat(6)}`],
  ])('is found nowhere in “%s”', (text) => expect(letterFrame(text)).toBeNull())

  const sentences = fc.constantFrom(
    'I write about the war.',
    'My gran still cries when she sees it on telly!',
    'Dear Ms Blake is what my gran always called you.',
    'Will you ask for a ceasefire, and send me the answer?',
    'Yours sincerely is not enough for her.',
    'We live in Leeds, at 1 Example Street, LS1 1AA, as you know.',
    'Please act.',
    'Thank you for your time.',
  )
  const paragraphs = fc.array(
    fc.array(sentences, { minLength: 1, maxLength: 4 }).map((all) => all.join(' ')),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  const greetings = fc.constantFrom(
    '',
    'Dear Ms Blake,',
    'Dear Rachel',
    'Hi Rachel,',
    'hello,',
    'Dear Sir or Madam,',
    'Good evening,',
  )
  const addresses = fc.constantFrom(
    '',
    '1 Example Street\nLondon\nSW1A 0AA',
    'Flat 3b, The Old Mill\nLeeds LS1 1AA',
    '26/11/2026',
  )
  const ends = fc.constantFrom(
    '',
    'Yours sincerely',
    'Yours faithfully,',
    'Kind regards,',
    'best wishes',
    'With kind regards',
    'Regards',
  )
  const names = fc.constantFrom('', 'Ann Example', 'ann', 'Dr A. Example-Smith', 'Siân Jones\n07700 900123')
  const between = fc.constantFrom('\n', '\n\n', '\n\n\n')

  test('goes and nothing else does, in any putting together; and a letter without it is left alone', () => {
    fc.assert(
      fc.property(paragraphs, greetings, addresses, ends, names, between, (says, greeting, address, end, name, gap) => {
        const body = says.join('\n\n')
        const above = greeting === '' ? [] : [address, greeting]
        const under = end === '' ? [] : [end, name, address]
        const text = [...above, body, ...under].filter((piece) => piece !== '').join(gap)
        const frame = letterFrame(text)
        if (greeting === '' && end === '') expect(frame).toBeNull()
        else expect(frame?.kept).toBe(body)
        expect(letterFrame(frame?.kept ?? body)).toBeNull()
      }),
    )
  })

  test('loses no line of anything: each is kept or said to go', () => {
    const anything = fc.array(fc.oneof(sentences, greetings, addresses, ends, names, fc.string({ unit: 'grapheme' })))
    fc.assert(
      fc.property(anything, between, (pieces, gap) => {
        const text = pieces.join(gap)
        const frame = letterFrame(text)
        if (!frame) return
        const letters = (all: string) => [...all.normalize('NFC').replace(/[^\p{L}\p{N}]/gu, '')].sort().join('')
        expect(letters([frame.kept, ...frame.taken].join(''))).toBe(letters(text))
      }),
    )
  })
})
