import { beforeAll, describe, expect, test } from 'vitest'
import { newExchange, withExchange } from '@/app/_server/exchange'
import { testDatabase } from '@/db/testing'
import type { FormAnswer } from './form-answer'
import { signedOut } from './signed-out'
import { staffForm } from './staff-form'

beforeAll(() => testDatabase())

const form = staffForm({
  verb: 'campaigns.edit',
  answer: () => {
    throw new Error('Nobody is signed in.')
  },
})

describe('what is posted to the staff side by somebody who is signed out', () => {
  test('is shown to them whole, as long as all asks of a campaign are', async () => {
    const texts = Array.from({ length: 96 }, (_, at) => ['asks.a.wordings', `${at} ${'word '.repeat(110)}`] as const)
    const { values, done } = shownOf(await posted(texts))
    expect(values['Ask: wordings']).toBe(texts.map(([, text]) => text).join('\n\n'))
    expect(done).toBeNull()
  })

  test('bears the names that fields have on their pages', async () => {
    const { values } = shownOf(
      await posted([
        ['consent.wording', 'Yes, tell me more'],
        ['asks', 'a'],
        ['asks', 'b'],
        ['asks.a.title', 'Suspend military aid'],
        ['asks.a.wordings', 'One wording'],
        ['asks.b.wordings', 'Another wording'],
        ['words', 'these two'],
        ['paused-why', 'A fact is checked'],
      ]),
    )
    expect(Object.keys(values)).toEqual([
      'Consent to updates: wording',
      'Ask “Suspend military aid”: title',
      'Ask “Suspend military aid”: wordings',
      'Ask 2: wordings',
      'Words and phrases',
      'Paused why',
    ])
  })

  test('comes back no longer than that, and it is said', async () => {
    const long = Array.from({ length: 4000 }, (_, at) => [`field-${at}`, `a ${'b'.repeat(150)}`] as const)
    const { values, done } = shownOf(await posted(long))
    expect(JSON.stringify(values).length).toBeLessThan(100_000)
    expect(done).toBe('cut')
    expect(await posted([['text', `a ${'b'.repeat(150_000)}`]])).toEqual({ redirect: '/staff/sign-in' })
  })

  test('leads back to the page that it was posted to', async () => {
    const page = '/staff/campaigns/1/edit/asks'
    const to = `/staff/sign-in?${new URLSearchParams({ to: page })}`
    expect(await posted([['text', 'one']], page)).toEqual({ redirect: to })
    expect(await posted([['text', 'one two']], page)).toMatchObject({ at: to })
  })

  test('may bear names that objects have', async () => {
    const { values } = shownOf(
      await posted([
        ['constructor', 'a b'],
        ['__proto__', 'c d'],
      ]),
    )
    expect(Object.entries(values)).toEqual([
      ['Constructor', 'a b'],
      ['Proto', 'c d'],
    ])
  })
})

function posted(fields: (readonly [string, string])[], path = ''): Promise<FormAnswer> {
  const data = new FormData()
  for (const [name, value] of fields) data.append(name, value)
  return withExchange(newExchange({ path }), () => form(data, {}))
}

function shownOf(answer: FormAnswer) {
  if (!('show' in answer) || answer.by !== signedOut) throw new Error('It shows nothing.')
  return answer.show as { values: Record<string, string>; done: string | null }
}
