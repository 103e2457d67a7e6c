import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { blankContent } from '@/lib/content/blank-content'
import type { CampaignContent } from '@/lib/content/content'
import { draftContent } from '@/lib/content/draft-content'
import { firstCampaign } from '@/lib/content/first-campaign'
import type { Source } from '@/lib/content/source/schema'
import { basisOnPaper } from '@/lib/content/source/source-words'
import { Concerns } from './concerns'
import { SiteFooter } from './site-footer'
import { Behind } from './who-is-behind'

const operator = { name: 'Example Alliance', address: '1 Sample Street', email: 'office@example.org' }
const theirs = {
  kind: 'theirs',
  organisation: 'Example Alliance',
  shortName: 'EA',
  title: 'Buses for all',
  date: '2026-11-02',
  note: 'What it rests on.',
} satisfies Source
const { concerns, contacts } = firstCampaign.content
const cited = { ...concerns[0], id: 'cited', title: 'Cited', text: 'Fewer buses.', citation: 'Table 3' }
const uncited = { id: 'uncited', title: 'Uncited', text: 'Longer waits.' }

/** What a visitor reads of these on the page, and the line on the poster. */
function words({
  source,
  operator: runBy = operator,
  ...content
}: Pick<CampaignContent, 'source'> & Partial<CampaignContent> & { operator?: typeof operator | null }): string {
  const html = renderToStaticMarkup(
    <>
      <Concerns heading="What is happening" concerns={content.concerns ?? [cited, uncited]} source={source} />
      <Behind contacts={content.contacts ?? contacts} source={source} operator={runBy} />
    </>,
  )
  const text = html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,])/g, '')
  return `${text} ${basisOnPaper(source) ?? ''}`
}

test.each([
  [operator, 'Run by Example Alliance, 1 Sample Street. Write to office@example.org.'],
  [{ ...operator, address: '' }, 'Run by Example Alliance. Write to office@example.org.'],
  [{ ...operator, email: '' }, 'Run by Example Alliance, 1 Sample Street.'],
  [{ ...operator, address: '', email: '' }, 'Run by Example Alliance.'],
])('who runs the site is named by as much as is known of them: %j', (runBy, line) => {
  const html = renderToStaticMarkup(
    <>
      <Behind contacts={[]} source={{ kind: 'ours' }} operator={runBy} />
      <SiteFooter operator={runBy} sourceUrl={null} attributions={[]} />
    </>,
  )
  const text = html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,])/g, '')
  expect(text).toContain(`${line} What this campaign says`)
  expect(text).toContain(line.replace('Run by', 'Promoted by').replace('Write to ', '').replace(/g\.$/, 'g'))
  expect(text).not.toMatch(/[,.] ?[,.]|to \./)
})

/** Sentences of each kind, none of which may stand on the page of another. */
const OF_A_KIND: Record<Source['kind'], RegExp[]> = {
  theirs: [/as its source/, /claims no link/, /It is not made by/, /a statement by/, /in EA’s statement/, /Based on “/],
  ours: [/our own/],
  none: [],
}

const sources: Source[] = [
  theirs,
  { ...theirs, relation: 'Example Alliance is one of our members.' },
  { kind: 'ours' },
  { kind: 'ours', title: 'Buses for all' },
  { kind: 'ours', date: '2020-10-06' },
  { kind: 'ours', title: 'Buses for all', date: '2026-11-02', note: 'What it rests on.' },
  { kind: 'none' },
  { kind: 'none', note: 'What it rests on.' },
]

describe.each(sources)('a campaign whose source is %j', (source) => {
  test('holds no sentence of another kind, whoever runs it', () => {
    for (const runBy of [operator, null]) {
      const page = words({ source, operator: runBy })
      for (const [kind, sentences] of Object.entries(OF_A_KIND)) {
        if (kind !== source.kind) for (const sentence of sentences) expect(page).not.toMatch(sentence)
      }
      expect(page).not.toMatch(/undefined|null|\( ?\)|“ ?”|HART/)
    }
  })

  test('credits nobody with a concern that has no citation', () => {
    expect(words({ source, concerns: [uncited], contacts: [] }).split('Longer waits.')[1]).not.toMatch(/^ EA /)
    const credited = words({ source, concerns: [cited] }).split('Fewer buses.')[1]
    expect(credited).toMatch(source.kind === 'theirs' ? /^ EA, 2 November 2026 Table 3/ : /^ Table 3/)
  })
})

test('somebody else’s is named in full, with the sentence on how we stand to them', () => {
  const page = words({ source: theirs })
  expect(page).toContain('Based on a statement by Example Alliance (EA) of 2 November 2026, “Buses for all”.')
  expect(page).toContain(
    'The campaign quotes Example Alliance (EA) as its source. It is not made by EA and claims no link to it.',
  )
  expect(page).toContain('Press contacts in EA’s statement')
  expect(page).toContain('Based on “Buses for all”, Example Alliance, 2 November 2026.')
})

test('that sentence is the campaign’s own where staff write one', () => {
  const page = words({ source: { ...theirs, relation: 'Example Alliance is one of our members.' } })
  expect(page).toContain('Example Alliance is one of our members.')
  expect(page).not.toContain('claims no link')
})

test('an organisation without a shorter name is named once', () =>
  expect(words({ source: { ...theirs, shortName: theirs.organisation } })).not.toContain('(Example Alliance)'))

test('the operator’s own statement is told as theirs', () => {
  const page = words({ source: { kind: 'ours', title: 'Buses for all', date: '2026-11-02' } })
  expect(page).toContain('Run by Example Alliance')
  expect(page).toContain('What this campaign says and asks is our own.')
  expect(page).toContain('Based on our own statement of 2 November 2026, “Buses for all”.')
})

test.each<[string, unknown]>([
  ['blank', blankContent()],
  ['of which only the kind is chosen', { source: { kind: 'theirs' } }],
  ['with a name alone', { source: { kind: 'theirs', shortName: 'EA' } }],
  ['with an organisation alone', { source: { kind: 'theirs', organisation: 'Example Alliance' } }],
  ['with a title alone', { source: { kind: 'ours', title: 'Buses for all' } }],
  ['with a date that cannot be read', { source: { ...theirs, date: 'soon' } }],
])('the preview of a draft %s has no gap in a sentence', (_, draft) => {
  const { source } = draftContent(draft)
  expect(words({ source })).not.toMatch(/undefined|Invalid|\( ?\)|“ ?”|, ?,|\bby ?[(.,]/)
})
