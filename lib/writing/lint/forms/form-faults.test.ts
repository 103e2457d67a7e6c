import { expect, test } from 'vitest'
import { danglingStart } from './dangling'
import { formFaults } from './form-faults'

const faults = (text: string) => formFaults(text, false).map(({ kind, words }) => `${kind}: ${words}`)

test.each([
  ['I am writing about a appeal.', 'article: a appeal'],
  ['It was an unique chance.', 'article: an unique'],
  ['Please see to it within a hour.', 'article: a hour'],
  ['I ask you, as a MP, to act.', 'article: a MP'],
  ['Please write to the the minister.', 'doubled: the the'],
  ['The attacks was raising fears.', 'agreement: The attacks was'],
  ['HART said that the reports has been read.', 'agreement: that the reports has'],
  ['They was asked.', 'agreement: They was'],
  ['They asks me.', 'agreement: They asks'],
  ['I lives in {constituency}.', 'agreement: I lives'],
  ['These letter went unanswered.', 'agreement: These letter'],
  ['You could has asked.', 'agreement: could has'],
  ['That is why I am therefore writing.', 'connective: That is why … therefore'],
  ['So for that reason I ask.', 'connective: So … for that reason'],
  ['However, but it went on.', 'connective: However, but'],
  ['Also, HART also asked for aid.', 'connective: Also, HART also'],
  ['But however it went on.', 'connective: But however'],
  ['It is both in Armenia as well as in Artsakh.', 'connective: both in Armenia as well as'],
  ['They asked Britain to stop it, suspending aid and to press Turkey.', 'list: suspending aid and to press Turkey.'],
  ['They want bread, and, and water.', 'list: , and, and'],
  ['The fighting led to more fighting there.', 'again: fighting'],
  ['HART said,, that people fled.', 'marks: said,,'],
  ['People fled (to the hills.', 'marks: ( … )'],
  ['Would you please ask what will be done.', 'marks: will be done.'],
  ['Why has nobody answered.', 'marks: has nobody answered.'],
  ['I would like to raise the loss of buses with you?', 'marks: buses with you?'],
  ['nobody answered.', 'whole: nobody answered.'],
  ['Nobody answered', 'whole: Nobody answered'],
])('%j: %s', (text, fault) => expect(faults(text)).toContain(fault))

test.each([
  'The United Nations has called for it, and the news was bad.',
  'What I ask of you is simple.',
  'The government have said that they are ready.',
  'One of the attacks was on a town, and each of these letters has been read.',
  'They had had no answer, and said that that was so.',
  'An MP, an NGO, an EU country, a UN call, a European and an honest answer.',
  'Would you ask what was done, and send me the reply?',
  'You and I are asked. Whether it is so or not, he asked that she be heard.',
  'HART called on both Azerbaijan and Turkey, as well as others.',
  'Please write to him, asking what was done, and send me the answer.',
  'They said “No.”',
  'What is being done about it is what I ask.',
  'Have the courage to ask.',
  'I wonder: what was done?',
  'I would be grateful for your help, so could you pass this on?',
  'Please would you write to him?',
  'Is it so… or not?',
  'I live in {constituency}, and that matters.',
])('nothing is found in %j', (text) => expect(faults(text)).toEqual([]))

test.each([
  ['They asked for help.', 'They'],
  ['This has gone on for years.', 'This'],
  ['Its appeal was heard.', 'Its'],
  ['It would be helpful if you wrote.', null],
  ['This letter is about the forest.', null],
  ['HART asked for help.', null],
  ['These days few write.', null],
])('%j begins a wording with %j, which points at nothing', (text, word) => expect(danglingStart(text)).toBe(word))
