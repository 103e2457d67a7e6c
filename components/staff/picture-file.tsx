import { Field } from '@/components/ui/field'

type Props = { label: string; hint: string; error: string | undefined }

/**
 * The file of a picture, of any kind that we read. Last of its form's fields: one that is too large is read no further,
 * and what else was typed is kept.
 */
export function PictureFile({ label, hint, error }: Props) {
  return (
    <Field id="picture" label={label} hint={`PNG, JPEG, WebP or AVIF, at most 5 MB${hint}`} error={error}>
      {(tied) => (
        <input
          {...tied}
          type="file"
          name="picture"
          accept="image/png,image/jpeg,image/webp,image/avif"
          className="control w-full max-w-measure"
        />
      )}
    </Field>
  )
}
