import { LogoImage } from '@/components/campaign/logo-image'
import { Wordmark } from '@/components/campaign/wordmark'
import { Part } from '@/components/staff/part'
import { PictureFile } from '@/components/staff/picture-file'
import { Button } from '@/components/ui/button'
import { Choices } from '@/components/ui/choosing/choices'
import { TextField } from '@/components/ui/typing/text-field'
import type { Logo } from '@/lib/settings/logo'
import { logoInWords } from '@/lib/settings/logo-in-words'
import type * as forms from './form'
import { type PartState, Saved } from './part-state'

type Props = PartState<typeof forms.logo> & {
  /** As it is kept. */
  shown: Logo | null
  /** The operator's name; empty until there is one. */
  operator: string
  /** What the installation calls itself; `null` where it has no name but the program's. */
  site: string | null
}

/** The operator's logo: as it stands on a page, another one in its place, or none. */
export function LogoPart({ values, errorOf, saved, shown, operator, site }: Props) {
  return (
    <Part id="logo" heading="Logo">
      <form
        id="logo-form"
        method="post"
        encType="multipart/form-data"
        action="/staff/settings/logo"
        className="space-y-6"
        noValidate
      >
        {saved && <Saved>{shown ? 'Pages show the logo from now on.' : 'Pages show no logo from now on.'}</Saved>}
        <p className="max-w-measure">
          It stands beside the name on top of every public page, and with the organisation in its footer. On a phone, a
          page that leads back to its campaign has no room for it on top.
        </p>
        {shown ? <Samples logo={shown} operator={operator} site={site} /> : <p>There is no logo.</p>}
        <TextField
          name="alt"
          label="The logo in words"
          hint="For people who do not see it, where no text beside it says the same. Left empty: the organisation’s name. At most 200 characters."
          autoComplete="off"
          optional={operator !== ''}
          defaultValue={values.alt}
          error={errorOf('alt')}
        />
        <Choices
          kind="radio"
          name="ground"
          legend="What it stands on"
          hint="A dark logo is hard to see at night, and a white one by day: there it lies on a plate."
          error={errorOf('ground')}
          choices={grounds}
          chosen={[values.ground]}
        />
        <PictureFile
          label={shown ? 'Another logo' : 'Upload a logo'}
          hint=". A PNG with a transparent ground shows best; margins are cut off. A drawing in SVG has to be exported as PNG first, about 800 pixels wide."
          error={errorOf('picture')}
        />
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <Button>Save the logo</Button>
          {shown && (
            <Button look="quiet" name="remove" value="yes">
              Take the logo out
            </Button>
          )}
        </div>
      </form>
    </Part>
  )
}

const grounds = [
  { value: 'auto', label: 'What suits its colours' },
  { value: 'light', label: 'A light plate where the page is dark' },
  { value: 'dark', label: 'A dark plate where the page is light' },
  { value: 'none', label: 'The page itself, light or dark' },
]

/** The top of a page in both schemes, whichever this one has. */
function Samples({ logo, operator, site }: { logo: Logo; operator: string; site: string | null }) {
  const alt = logoInWords({ alt: logo.alt, operator }, site ?? 'Dear MP')
  return (
    <div className="max-w-measure space-y-3">
      {(['light', 'dark'] as const).map((scheme) => (
        <figure key={scheme}>
          <div
            className={`logo-on-${scheme} flex min-h-20 flex-wrap items-center gap-x-3 gap-y-1 border border-edge p-3`}
          >
            <LogoImage logo={logo} alt={alt} />
            {site ? (
              <span className="font-serif text-h3">{site}</span>
            ) : (
              <Wordmark className="text-[1.7777rem] [&_.wordmark-comma]:fill-current" />
            )}
          </div>
          <figcaption className="mt-1 text-note">{scheme === 'light' ? 'By day' : 'In the dark scheme'}</figcaption>
        </figure>
      ))}
    </div>
  )
}
