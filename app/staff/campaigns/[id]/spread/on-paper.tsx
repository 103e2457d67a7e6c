import { Part } from '@/components/staff/part'
import { Notice } from '@/components/ui/notice'

type Props = {
  /** Where the files are. */
  files: string
  isLive: boolean
  operatorIsNamed: boolean
}

/** A code and a poster, to print. */
export function OnPaper({ files, isLive, operatorIsNamed }: Props) {
  return (
    <Part id="paper" heading="On paper">
      <div className="space-y-4">
        {!operatorIsNamed && (
          <Notice look="held" heading="Nobody is named yet as running this campaign">
            <p>
              Campaign material must say who promotes it. An administrator names the operator under Settings; until then
              the poster says that it is not for printing.
            </p>
          </Notice>
        )}
        <div className="flex flex-wrap items-center gap-6">
          {/* biome-ignore lint/performance/noImgElement: a drawing made on the server needs no other sizes. */}
          <img
            src={`${files}/qr.svg`}
            width="160"
            height="160"
            alt="A QR code that leads to the campaign"
            className="border border-hair"
          />
          <ul>
            <li>
              <a className="link inline-flex min-h-target items-center font-semibold" href={`${files}/poster.pdf`}>
                {isLive ? 'Poster for an A4 sheet (PDF)' : 'Proof of the poster for an A4 sheet (PDF)'}
              </a>
            </li>
            <li>
              <a className="link inline-flex min-h-target items-center font-semibold" href={`${files}/qr.svg`}>
                QR code by itself (SVG, any size)
              </a>
            </li>
          </ul>
        </div>
        <p className="max-w-measure">
          {!isLive && 'The proof says that it is not live yet; the poster without those words is here once it is. '}
          Who scans it is counted under “poster”. The poster names who promotes it, and leaves a line for the name and
          address of whoever prints it, which the law wants on printed election material.
        </p>
      </div>
    </Part>
  )
}
