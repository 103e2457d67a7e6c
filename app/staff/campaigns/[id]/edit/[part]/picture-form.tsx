import type { StateOf } from '@/app/_server/forms/form-answer'
import { PictureFile } from '@/components/staff/picture-file'
import { Button } from '@/components/ui/button'
import { TextField } from '@/components/ui/typing/text-field'
import type { StaffCampaign } from '@/lib/campaigns/find-for-staff'
import { PICTURES, type WhichPicture } from '@/lib/campaigns/share-picture/set'
import { fieldsOf, textOf } from '@/lib/content/fields/fields'
import type { picture } from './form'

type Props = { campaign: StaffCampaign; which: WhichPicture; left: StateOf<typeof picture> | null }

/** A picture, for sharing or of the page: what it is, a new one in its place, or none. */
export function PictureForm({ campaign, which, left }: Props) {
  const fields = fieldsOf(campaign.draft.content)
  const [id, alt] = [textOf(fields[PICTURES[which]]), textOf(fields[`${PICTURES[which]}.alt`])]
  const errorOf = (field: string) => left?.faults.find((fault) => fault.field === field)?.message
  return (
    <section
      id={PICTURES[which]}
      tabIndex={-1}
      aria-labelledby="picture-heading"
      className={`space-y-5 ${which === 'share' ? 'border-t-2 border-hair pt-5' : ''}`}
    >
      <h2 id="picture-heading" className={which === 'share' ? 'text-h3' : 'sr-only'}>
        Picture
      </h2>
      {id ? (
        // biome-ignore lint/performance/noImgElement: it is encoded by us, once, at the size that is shown.
        <img src={`/pictures/${id}`} alt={alt} className="w-full max-w-measure border border-hair" />
      ) : (
        <p>
          {which === 'share'
            ? 'No picture of yours: links show one that we draw, with the title and how many have written.'
            : 'The page has no picture.'}
        </p>
      )}
      <form
        id="picture-form"
        method="post"
        encType="multipart/form-data"
        action={`/staff/campaigns/${campaign.id}/picture`}
        className="space-y-5"
        noValidate
      >
        <input type="hidden" name="of" value={which} />
        <TextField
          name="alt"
          label="The picture in words"
          hint="For people who do not see it. At most 200 characters."
          autoComplete="off"
          defaultValue={left?.values.alt ?? alt}
          error={errorOf('alt')}
        />
        <PictureFile
          label={id ? 'Another picture' : 'Upload a picture'}
          hint=" and at least 600 × 315 pixels; 1,200 × 630 shows best. Where and when it was taken is removed from it."
          error={errorOf('picture')}
        />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Button look="second">Upload</Button>
          {id && (
            <Button look="quiet" name="remove" value="yes">
              Take the picture out
            </Button>
          )}
        </div>
      </form>
    </section>
  )
}
