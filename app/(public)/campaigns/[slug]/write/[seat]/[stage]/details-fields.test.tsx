import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { newExchange, withExchange } from '@/app/_server/exchange'
import { emptyDraft } from '@/app/_server/letter/posted-draft'
import type { ConsentKind } from '@/lib/content/consent-kinds'
import { DETAILS, DetailsFields } from './details-fields'

test('what is carried unseen is known by what is shown: each field of the page, and no other', () => {
  const draft = withExchange(newExchange(), () => emptyDraft('', 'E14001172'))
  const html = renderToStaticMarkup(
    <DetailsFields
      draft={draft}
      errorOf={() => undefined}
      consent={{ version: 'v', wording: 'News.', kind: 'soft-opt-in', refusal: 'No news' }}
      phoneHint="Some offices ring."
    />,
  )
  expect([...html.matchAll(/ name="(\w+)"/g)].map(([, name]) => name)).toEqual([...DETAILS])
})

describe('whether updates are wanted', () => {
  const shown = (kind: ConsentKind, updates: '' | 'yes' | 'no', error?: string) => {
    const draft = withExchange(newExchange(), () => ({ ...emptyDraft('', 'E14001172'), updates }))
    const html = renderToStaticMarkup(
      <DetailsFields
        draft={draft}
        errorOf={(field) => (field === 'updates' ? error : undefined)}
        consent={{ version: 'v', wording: 'Shall we write to you? We keep your name.', kind, refusal: 'No news' }}
      />,
    )
    return [...html.matchAll(/<input[^>]* name="updates"[^>]*>/g)].map(([input]) => [
      /type="(\w+)"/.exec(input)?.[1],
      /value="(\w+)"/.exec(input)?.[1],
      input.includes(' checked=""'),
      input.includes('aria-invalid="true"'),
    ])
  }

  test('is asked with nothing ticked or chosen, as a box or as yes and no', () => {
    expect(shown('box', '')).toEqual([['checkbox', 'yes', false, false]])
    expect(shown('choice', '')).toEqual([
      ['radio', 'yes', false, false],
      ['radio', 'no', false, false],
    ])
    expect(shown('soft-opt-in', '')).toEqual([['checkbox', 'no', false, false]])
  })

  test('stays as it was answered, a no too, and says where an answer is missing', () => {
    expect(shown('box', 'yes')).toEqual([['checkbox', 'yes', true, false]])
    expect(shown('box', 'no')).toEqual([['checkbox', 'yes', false, false]])
    expect(shown('soft-opt-in', 'no')).toEqual([['checkbox', 'no', true, false]])
    expect(shown('soft-opt-in', 'yes')).toEqual([['checkbox', 'no', false, false]])
    expect(shown('choice', 'no', 'Say it')).toEqual([
      ['radio', 'yes', false, true],
      ['radio', 'no', true, true],
    ])
  })
})
