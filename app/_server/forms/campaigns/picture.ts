import { draw } from '@/app/_drawing/draw'
import type { FormAnswer } from '@/app/_server/form-answer'
import type { FieldFault } from '@/app/_server/form-state'
import { textOf } from '@/app/_server/forms/fields'
import { staffForm } from '@/app/_server/forms/old-staff-form'
import { setPicture } from '@/lib/campaigns/picture/set'
import { Refusal } from '@/lib/kernel/faults/errors'
import { oneLine } from '@/lib/kernel/text'

/** The picture for sharing: uploaded, or with `remove` taken out. */
export const pictureForm = staffForm('campaigns.edit', async (ctx, form, { campaign = '' }): Promise<FormAnswer> => {
  const at = `/staff/campaigns/${campaign}/edit/share`
  if (form.has('remove')) {
    await setPicture(ctx, campaign, null)
    return { redirect: `${at}?saved=1` }
  }
  const alt = oneLine(textOf(form, 'alt'))
  const file = form.get('picture')
  const encoded = await draw({
    drawing: 'upload',
    from: file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array(),
  }).catch(refusedAsFault)
  const faults: FieldFault[] = []
  if ('refused' in encoded) faults.push({ field: 'picture', message: encoded.refused })
  if (alt === '') faults.push({ field: 'alt', message: 'Say what the picture shows, for people who do not see it' })
  else if (alt.length > 200)
    faults.push({ field: 'alt', message: 'The picture in words can have 200 characters at most' })
  if ('refused' in encoded || faults.length > 0) {
    return { show: { form: 'campaign-picture', values: { alt }, faults, done: null }, status: 422, at }
  }
  await setPicture(ctx, campaign, { encoded, alt })
  return { redirect: `${at}?saved=1` }
})

/** Too much is being drawn, or this one takes too long: said beside the field, with what was typed kept. */
function refusedAsFault(error: unknown): { refused: string } {
  if (error instanceof Refusal && error.code === 'unavailable') {
    return { refused: 'The picture could not be made just now. Try again in a minute, or with a smaller one' }
  }
  throw error
}
