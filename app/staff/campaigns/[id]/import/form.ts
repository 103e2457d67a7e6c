import { randomInt } from 'node:crypto'
import { textOf, textsOf } from '@/app/_server/forms/fields'
import { MOST_BYTES_OF_PICTURE } from '@/app/_server/forms/read-form'
import { staffForm, staffForms } from '@/app/_server/forms/staff-form'
import { findStaffCampaign } from '@/lib/campaigns/find-for-staff'
import { saveDraft } from '@/lib/campaigns/save-draft'
import { fieldsOf } from '@/lib/content/fields/fields'
import { intoFields, TAKEN } from '@/lib/content/import/into-fields'
import { readDocx } from '@/lib/content/import/read-docx'
import { RELEASE_MOST, type ReadRelease, readRelease } from '@/lib/content/import/read-release'
import { ExpectedFailure, Refusal } from '@/lib/kernel/faults/errors'
import { grouped } from '@/lib/kernel/text'

/** The text that was pasted, what was read from it, and what is wrong. */
type Shown = { release: string; read: ReadRelease | null; faults: { field: string; message: string }[] }

function wrong(release: string, read: ReadRelease | null, field: string, message: string) {
  const show: Shown = { release, read, faults: [{ field, message }] }
  return { show, status: 422 as const }
}

function readOf(release: string) {
  if (release.length > RELEASE_MOST)
    return wrong(release, null, 'release', `At most ${grouped(RELEASE_MOST)} characters are read: paste less of it`)
  const show: Shown = { release, read: readRelease(release), faults: [] }
  return { show }
}

/** Reads a pasted text or a document, and saves nothing. */
export const read = staffForm({
  verb: 'campaigns.edit',
  address: ['id'],
  most: MOST_BYTES_OF_PICTURE,
  answer: async ({ sent }) => {
    const release = textOf(sent, 'release')
    const isPasted = release.trim() !== ''
    const file = sent.get('document')
    if (!(file instanceof File) || (file.name === '' && file.size === 0))
      return isPasted ? readOf(release) : wrong(release, null, 'release', 'Paste a text, or choose a document')
    if (isPasted)
      return wrong(release, null, 'release', 'Either paste a text or choose a document: one of them is read')
    try {
      return readOf(await readDocx(new Uint8Array(await file.arrayBuffer())))
    } catch (error) {
      if (!(error instanceof ExpectedFailure)) throw error
      return wrong(release, null, 'document', error.message)
    }
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
