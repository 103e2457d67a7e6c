import { randomInt } from 'node:crypto'
import { textOf, textsOf } from '@/app/_server/forms/fields'
import { staffForm, staffForms } from '@/app/_server/forms/staff-form'
import { findStaffCampaign } from '@/lib/campaigns/find-for-staff'
import { saveDraft } from '@/lib/campaigns/save-draft'
import { fieldsOf } from '@/lib/content/fields/fields'
import { intoFields, TAKEN } from '@/lib/content/import/into-fields'
import { RELEASE_MOST, type ReadRelease, readRelease } from '@/lib/content/import/read-release'
import { Refusal } from '@/lib/kernel/faults/errors'
import { grouped } from '@/lib/kernel/text'

/** The text that was pasted, what was read from it, and what is wrong. */
type Shown = { release: string; read: ReadRelease | null; faults: { field: string; message: string }[] }

function wrong(release: string, read: ReadRelease | null, field: string, message: string) {
  const show: Shown = { release, read, faults: [{ field, message }] }
  return { show, status: 422 as const }
}

/** Reads a pasted text, and saves nothing. */
export const read = staffForm({
  verb: 'campaigns.edit',
  address: ['id'],
  answer: async ({ sent }) => {
    const release = textOf(sent, 'release')
    if (release.trim() === '') return wrong(release, null, 'release', 'Paste the text of a press release')
    if (release.length > RELEASE_MOST)
      return wrong(release, null, 'release', `At most ${grouped(RELEASE_MOST)} characters are read: paste less of it`)
    const show: Shown = { release, read: readRelease(release), faults: [] }
    return { show }
  },
})

/** Takes what was ticked of it into the draft, as one version. */
export const take = staffForm({
  verb: 'campaigns.edit',
  address: ['id'],
  answer: async ({ ctx, sent, address: { id } }) => {
    const release = textOf(sent, 'release')
    const found = readRelease(release)
    const taken = TAKEN.filter((one) => textsOf(sent, 'take').includes(one))
    if (taken.length === 0) return wrong(release, found, 'take', 'Tick what is to be taken')
    const campaign = await findStaffCampaign(ctx, id)
    if (!campaign) throw new Refusal('not-found', 'There is no such campaign.')
    const newId = (one: string) => `${one}-${randomInt(36 ** 5).toString(36)}`
    const edited = intoFields(fieldsOf(campaign.draft.content), found, new Set(taken), newId)
    await saveDraft(ctx, { campaignId: id, baseId: campaign.draft.id, edited, note: 'From a press release' })
    const part = taken.includes('story') ? 'story' : taken.includes('asks') ? 'asks' : 'source'
    return { redirect: `/staff/campaigns/${id}/edit/${part}?saved=1` }
  },
})

export const form = staffForms({ read, take })
