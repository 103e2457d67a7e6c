import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { capitalAndFullStop } from './capital-and-full-stop'

describe('a capital and a full stop', () => {
  test.each([
    ['my gran still cries when she sees it on telly', 'My gran still cries when she sees it on telly.'],
    ['I have lived here for nine years', 'I have lived here for nine years.'],
    ['my gran still cries.', 'My gran still cries.'],
    ['i’m a nurse in Leeds. it matters to us all', 'I’m a nurse in Leeds. it matters to us all.'],
    ['When I was five my gran left', 'When I was five my gran left.'],
    ['élise is my name', 'Élise is my name.'],
    ['We raised £300 in 2019', 'We raised £300 in 2019.'],
    ['why has nobody asked', 'Why has nobody asked?'],
    ['DID WE DO ANYTHING OR NOT', 'DID WE DO ANYTHING OR NOT?'],
    ['I wonder. and did we ask them', 'I wonder. and did we ask them?'],
    ['What is the position now, and why', 'What is the position now, and why?'],
    ['what did Britain do', 'What did Britain do?'],
    ["Isn't it our business", "Isn't it our business?"],
    ['Have you ever asked', 'Have you ever asked?'],
    ['Have the courage to ask', 'Have the courage to ask.'],
    ['Haven’t heard of it since', 'Haven’t heard of it since.'],
    ['May I ask what was done', 'May I ask what was done?'],
    ['May God bless you all', 'May God bless you all.'],
    ['so what happened next', 'So what happened next'],
    ['my gran still cries x', 'My gran still cries. x'],
    ['Thank you for reading xx', 'Thank you for reading. xx'],
    ['did anybody ask x', 'Did anybody ask? x'],
    ['it was my home.\nI miss it', 'It was my home.\nI miss it.'],
    ['Our school raised 5%', 'Our school raised 5%.'],
    ['  no spaces kept around it  ', 'No spaces kept around it.'],
  ])('are offered for “%s”', (typed, right) => expect(capitalAndFullStop(typed)?.text).toBe(right))

  test.each([
    ['what is right already', 'My gran still cries.'],
    ['a question', 'Have you no shame?'],
    ['what may be a question', 'What is happening there'],
    ['what may be a question at its end', 'I wonder. should you ever ask'],
    ['a question with its mark', 'DID WE DO ANYTHING OR NOT?'],
    ['a kiss after its full stop', 'My gran still cries. x'],
    ['another alphabet', 'моя бабушка плачет'],
    ['another alphabet within', 'my gran says Շնորհակալ եմ'],
    ['Armenian', 'տատս դեռ լաց է լինում'],
    ['letters without case', '我的祖母还在哭'],
    ['a list', '- my gran\n- my town'],
    ['an item of a list', '1. my gran'],
    ['an item with a letter', 'a) my gran'],
    ['lines of verse', 'my gran\nstill cries'],
    ['a quotation at its end', 'My gran said “never again”'],
    ['a quotation', '“never again”'],
    ['a sign at its end', 'My gran still cries 😢'],
    ['an address on the net', 'See https://example.org/letters'],
    ['a bare address on the net', 'See example.org'],
    ['an address at its beginning', 'www.example.org says so.'],
    ['an e-mail address', 'Write to ann@example.org'],
    ['a topic', 'I stand with #Artsakh'],
    ['a name like eBay', 'eBay has stopped selling them.'],
    ['a name like iPhone', 'iPhone users saw it.'],
    ['kisses alone', 'xx'],
    ['a name like Malcolm X', 'We read Malcolm X'],
    ['an ellipsis', 'And then …'],
    ['a colon', 'This is what I ask:'],
    ['a comma', 'Yours,'],
    ['a bracket', 'It matters (to us)'],
    ['a figure first', '3rd time I write.'],
    ['nothing', ''],
  ])('are not offered for %s', (_, typed) => expect(capitalAndFullStop(typed)).toBeNull())

  test('add a mark and raise a letter, and change nothing else; what was offered is not offered again', () => {
    const beginning = fc.array(fc.constantFrom('did', 'why', 'has', 'we', 'do', 'the', 'Isn’t', 'x', 'war.', 'never'))
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.lorem(),
          beginning.map((words) => words.join(' ')),
        ),
        (typed) => {
          const marked = capitalAndFullStop(typed)
          if (!marked) return
          const { text, capital, stop, question } = marked
          expect(capital || stop || question).toBe(true)
          expect(stop && question).toBe(false)
          const was = typed.trim()
          const added = stop || question ? text.length - (/\s+x+$/.exec(was)?.[0].length ?? 0) - 1 : text.length
          expect(text.slice(added, added + 1)).toBe(stop ? '.' : question ? '?' : '')
          expect((text.slice(0, added) + text.slice(added + 1)).toLowerCase()).toBe(was.toLowerCase())
          expect(text.slice(1, added) + text.slice(added + 1)).toBe(was.slice(1))
          expect(capitalAndFullStop(text)).toBeNull()
        },
      ),
    )
  })
})
