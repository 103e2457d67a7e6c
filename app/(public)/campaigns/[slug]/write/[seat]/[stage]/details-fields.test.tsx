import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { newExchange, withExchange } from '@/app/_server/exchange'
import { emptyDraft } from '@/app/_server/letter/posted-draft'
import { DETAILS, DetailsFields } from './details-fields'

test('what is carried unseen is known by what is shown: each field of the page, and no other', () => {
  const draft = withExchange(newExchange(), () => emptyDraft('', 'E14001172'))
  const html = renderToStaticMarkup(
    <DetailsFields draft={draft} errorOf={() => undefined} consent="Yes." phoneHint="Some offices ring." />,
  )
  expect([...html.matchAll(/ name="(\w+)"/g)].map(([, name]) => name)).toEqual([...DETAILS])
})
