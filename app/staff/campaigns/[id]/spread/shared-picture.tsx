import { Part } from '@/components/staff/part'

type Props = {
  /** Where the files are. */
  files: string
  /** Staff have uploaded a picture for the campaign's own page. */
  ownPicture: boolean
}

/** The picture that networks show with a link, as it is drawn now. */
export function SharedPicture({ files, ownPicture }: Props) {
  return (
    <Part id="picture" heading="The picture of a shared link">
      <div className="space-y-3">
        {/* biome-ignore lint/performance/noImgElement: a drawing made on the server needs no other sizes. */}
        <img
          src={`${files}/share.png`}
          width="1200"
          height="630"
          loading="lazy"
          alt="The campaign’s title, how many have written, and an envelope to an MP"
          className="block h-auto w-full max-w-measure border border-hair"
        />
        <p className="max-w-measure">
          It is drawn anew as more people write. A supporter’s own link shows their constituency’s name on the envelope.{' '}
          {ownPicture
            ? 'The campaign’s page has a picture that was uploaded, so links to it show that one: take it out under “Text” to have this one there too.'
            : 'A picture uploaded under “Text” takes its place for links to the campaign’s page.'}
        </p>
      </div>
    </Part>
  )
}
