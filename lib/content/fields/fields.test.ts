import { expect, test } from 'vitest'
import { z } from 'zod'
import { campaignContent } from '@/lib/content/content'
import { firstCampaign } from '@/lib/content/first-campaign'
import { editorParts, itemFields } from '@/lib/content/parts'
import { contentOf, fieldsOf } from './fields'

const group = {
  id: 'acted',
  name: 'Have acted',
  parties: ['Labour'],
  nations: ['Wales'],
  regions: ['London'],
  notSeated: true,
  seats: ['E14001172'],
  wordings: { openings: ['One.', 'Two.'], asks: { turkey: ['Three.', 'Four.'] } },
  leaveOut: ['talks'],
  aside: { title: 'Thank them', paragraphs: ['They have acted.'], thank: true, share: false },
}
const ours = { kind: 'ours', title: 'What we ask', today: 'What was done?' }
const steps = [
  { id: 'friend', kind: 'share', states: [], parties: [], nations: [] },
  {
    id: 'call',
    kind: 'ring',
    title: 'Ring them',
    phone: '020 7219 3000',
    script: 'Hello.',
    states: ['unanswered'],
    parties: ['Labour'],
    nations: ['Wales'],
  },
]
const full = {
  ...firstCampaign.content,
  nations: ['Scotland'],
  groups: [group, { ...group, id: 'others', aside: null, wordings: { asks: {} } }],
  nextSteps: steps,
  emails: { confirm: { subject: 'One more press' }, 'no-address-yet': { closing: ['Until then.', 'Thank you.'] } },
  picture: { image: { id: crypto.randomUUID(), alt: 'A market before the war' } },
  quotes: [
    { id: 'ann', text: 'My mother was born there.', who: 'Ann', place: 'Leeds', leave: true },
    { id: 'nurse', text: 'Nobody should have to leave home.', who: 'A nurse', leave: true },
  ],
  share: { text: 'Look.', image: { id: crypto.randomUUID(), alt: 'A hand that writes' } },
}

test('a content taken apart into its fields and put together again is the same', () => {
  for (const content of [
    firstCampaign.content,
    full,
    { ...full, source: ours },
    { ...full, source: { kind: 'none' } },
  ]) {
    expect(contentOf(fieldsOf(content), content)).toEqual(content)
    expect(campaignContent.parse(contentOf(fieldsOf(content), { consent: content.consent }))).toEqual(
      campaignContent.parse(content),
    )
  }
})

test('anything at all has fields, and they make a content of the right shape', () => {
  for (const content of [null, 7, 'x', [], { asks: 7, story: [1, 'a'], groups: [null, { id: 'x', aside: [] }] }]) {
    const made = contentOf(fieldsOf(content), content)
    expect(fieldsOf(made)).toEqual(fieldsOf(content))
  }
})

test('a box of the editor is ticked at first where the schema has it on, and only there', () => {
  const aside = { title: 'They have acted', paragraphs: ['They have acted.'] }
  const content = { ...firstCampaign.content, groups: [{ ...group, aside }] }
  const byTheSchema = campaignContent.parse(content).groups[0]?.aside
  const byTheEditor = campaignContent.parse(contentOf(fieldsOf(content), content)).groups[0]?.aside
  expect(byTheSchema).toEqual({ ...aside, thank: false, share: true })
  expect(byTheEditor).toEqual(byTheSchema)
})

test('no field of the schema is left out of the editor', () => {
  const schema = z.toJSONSchema(campaignContent, { io: 'input', unrepresentable: 'any' })
  const edited = new Set(
    editorParts.flatMap((part) => [
      ...part.fields.map(({ key }) => key),
      ...itemFields(part, [{ id: '*', title: '' }]).map(({ key }) => `${part.list?.key}.${key}`),
    ]),
  )
  const made = [
    'consent.version',
    'share.image.id',
    'picture.image.id',
    ...editorParts.map(({ list }) => `${list?.key}.id`),
  ]
  const missing = keysOf(schema, '').filter((key) => !edited.has(key) && !made.includes(key))
  expect(missing).toEqual([])
})

/** The keys of a schema's texts, `*` for any name; a list of objects by its own key. */
function keysOf(schema: unknown, key: string): string[] {
  const { properties, items, anyOf, oneOf, additionalProperties } = z
    .object({
      properties: z.record(z.string(), z.unknown()).optional(),
      items: z.looseObject({ properties: z.unknown().optional() }).optional(),
      anyOf: z.array(z.unknown()).optional(),
      oneOf: z.array(z.unknown()).optional(),
      additionalProperties: z.unknown().optional(),
    })
    .parse(schema)
  const below = (name: string) => (key === '' ? name : `${key}.${name}`)
  if (properties) return Object.entries(properties).flatMap(([name, each]) => keysOf(each, below(name)))
  if (items?.properties) return keysOf(items, key)
  const either = anyOf ?? oneOf
  if (either) return either.flatMap((each) => keysOf(each, key))
  if (additionalProperties && typeof additionalProperties === 'object') return keysOf(additionalProperties, below('*'))
  return [key]
}

test('a picture comes into a content that never had one, and goes out again', () => {
  const { content } = firstCampaign
  const id = crypto.randomUUID()
  const withOne = contentOf({ ...fieldsOf(content), 'picture.image': id, 'picture.image.alt': 'A street' }, content)
  expect(withOne).toEqual({ ...content, picture: { image: { id, alt: 'A street' } } })
  const without = contentOf({ ...fieldsOf(withOne), 'picture.image': '', 'picture.image.alt': '' }, withOne)
  expect(campaignContent.parse(without).picture?.image).toBeUndefined()
})

test('a quote goes out to the public only with the leave of whoever said it', () => {
  const quote = { id: 'ann', text: 'My mother was born there.', who: 'Ann' }
  for (const leave of [false, undefined]) {
    const { error } = campaignContent.safeParse({ ...firstCampaign.content, quotes: [{ ...quote, leave }] })
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['quotes.0.leave'])
  }
  expect(campaignContent.safeParse({ ...firstCampaign.content, quotes: [{ ...quote, leave: true }] }).success).toBe(
    true,
  )
})
