import { expect, test } from 'vitest'
import { claimsIn } from './claims'

test.each([
  ['One of them, for me, is what HART said.', ['for me,']],
  ['For me, this is the heart of it.', ['For me,']],
  ['Diplomacy is what I would put most trust in.', ['I would put most trust']],
  ['I thought of you when I read it.', ['I thought', 'I read']],
  ['I cannot see why nobody answers.', ['I cannot see']],
  ['I can’t accept that.', ['I can’t accept']],
  ['Whether the help can kill or not makes no difference to me.', ['makes no difference to me']],
  ['This matters most to me.', ['matters most to me']],
  ['I have always felt that it was wrong.', ['I have always felt']],
  ['I’ve read the report.', ['I’ve read']],
  ["I've never seen its like.", ["I've never seen"]],
  ['I am deeply worried by this.', ['I am deeply worried']],
  ['I’m shocked.', ['I’m shocked']],
  ['In my opinion it is unjust.', ['my opinion']],
  ['My family comes from there.', ['My family']],
  ['It seems to me that nobody asked.', ['seems to me']],
  ['The pictures shocked me.', ['shocked me']],
  ['We believe that it can be done.', ['We believe']],
  ['I grew up near there, and I remember it.', ['I grew up', 'I remember']],
  ['As I see it, nothing was done.', ['As I see it']],
])('%j says of its writer %j', (text, claims) => expect(claimsIn(text)).toEqual(claims))

test.each([
  'I would be grateful if you would write to the Foreign Secretary for me.',
  'I’d like to know what was done, and I look forward to hearing from you.',
  'Please let me know, and send me the reply.',
  'I live in Bath, and I am writing to you about the forest.',
  'I hope that you will be able to help me with my request.',
  'That is what prompted me to write.',
  'HART said that it believed the reports, and that people there feared more.',
  'Thank you for reading my letter.',
  'I am your constituent, and am asking for your help.',
  'What I ask is set out above.',
])('%j says nothing of the kind', (text) => expect(claimsIn(text)).toEqual([]))
