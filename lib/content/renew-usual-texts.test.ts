import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { freshDatabase, onDatabase } from '@/db/testing'
import { usualQuestions, usualThankYou } from './usual-texts'

const name = readdirSync('db/migrations').find((file) => file.endsWith('_renew_usual_texts.sql'))
const migration = readFileSync(`db/migrations/${name}`, 'utf8')

const PASS_ON =
  'If you know somebody in another constituency who would want to write, please pass this page on. Each MP answers only the people who live in their own.'
const OLD = [
  'A letter in a person’s own name, with an address that shows where they live, is what an MP’s office looks for. You have just given yours one.',
  'You will get a copy by e-mail. Offices answer in their own time: some in days, many in weeks. If a reply comes it will come straight to you, and two weeks after sending we ask you whether it has.',
  PASS_ON,
]

const OLD_CONFIRMING =
  'So that nobody else can write with your e-mail address, and so that your MP’s reply finds you. We send you a link; open it and press the button, and the letter is on its way. The link works for 7 days. If it is not used, nothing goes to your MP, and all that you gave us is erased.'

/** What the migration makes of a stored text, and of what staff have written themselves. */
async function renewed(content: object): Promise<unknown> {
  return onDatabase(await freshDatabase(), async (sql) => {
    const [campaign] = await sql`insert into campaigns (slug, goal) values ('peace', 10) returning id`
    await sql`
      insert into campaign_versions (campaign_id, number, content, created_by)
      values (${campaign?.id}, 1, ${sql.json(content as never)}, 'system')`
    await sql.unsafe(migration)
    const [version] = await sql`select content from campaign_versions where campaign_id = ${campaign?.id}`
    await expect(sql`update campaign_versions set number = 2`).rejects.toThrow('never changed')
    return version?.content
  })
}

test('a usual text that staff never changed becomes the new one, and every other stays as it is', async () => {
  const own = [`${PASS_ON} Thank you!`, 'Ours.', `“${PASS_ON}”`]
  const questions = [
    { question: 'Why do I have to confirm by e-mail?', answer: OLD_CONFIRMING },
    { question: 'Ours?', answer: `${OLD_CONFIRMING} And more.` },
  ]
  expect(
    await renewed({ title: 'Peace', thankYou: { title: 'Thanks', paragraphs: [...OLD, ...own] }, questions }),
  ).toEqual({
    title: 'Peace',
    thankYou: { title: 'Thanks', paragraphs: [...usualThankYou.paragraphs, ...own] },
    questions: [usualQuestions.find(({ question }) => question === questions[0]?.question), questions[1]],
  })
})
