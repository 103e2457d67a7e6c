import type { ReactNode } from 'react'
import { ColourPicker } from '@/components/editor/colour-picker'
import { Button } from '@/components/ui/button'
import type { FieldWords } from '@/components/ui/field'
import { TextField } from '@/components/ui/typing/text-field'
import { type Accent, accentThatHolds, nearestThatHolds, readColour } from '@/lib/content/accent/accent'
import { faintest, ratio } from '@/lib/content/accent/contrasts'
import { DARK, LIGHT } from '@/lib/content/accent/grounds'
import { takeAccent } from '@/lib/content/accent/own-accent'

type Props = FieldWords & { name: string; text: string }

/** A colour as its digits, what is made of it in light and in dark, and, where it does not hold, the nearest that does. */
export function AccentField({ name, text, ...words }: Props) {
  const colour = readColour(text)
  const accent = colour && accentThatHolds(colour)
  const offered = colour && !accent ? nearestThatHolds(colour) : null
  const shown = accent || (offered && accentThatHolds(offered))
  return (
    <div className="space-y-3">
      <TextField {...words} name={name} width="postcode" autoComplete="off" spellCheck={false} defaultValue={text} />
      <ColourPicker field={name} label="Pick it by eye" first={colour ?? BLACK} />
      {offered && (
        <Button look="second" name="change" value={takeAccent(offered)}>
          <span key={offered}>{`Take ${offered}`}</span>
        </Button>
      )}
      {shown && <MadeOf accent={shown} />}
    </div>
  )
}

const BLACK = '#000000'

/** What is made of a colour: a button and words of it on the page, and how far each stands out. */
function MadeOf({ accent }: { accent: Accent }) {
  const { light, dark } = faintest(accent)
  return (
    <dl className="grid max-w-measure gap-x-6 gap-y-3 sm:grid-cols-2">
      <Scheme
        title="In light"
        sample={<Sample shades={accent.light} on={LIGHT} />}
        said={`${accent.light.accent}: white words on it ${ratio(light.on)}, words of it on the page ${ratio(light.words)} and more.`}
      />
      <Scheme
        title="In dark"
        sample={<Sample shades={accent.dark} on={DARK} />}
        said={`${accent.dark.accent}: dark words on it ${ratio(dark.on)}, words of it on the page ${ratio(dark.words)} and more; white words on ${accent.dark.slip}, under the postcode, ${ratio(dark.slip)}.`}
      />
    </dl>
  )
}

function Scheme({ title, sample, said }: { title: string; sample: ReactNode; said: string }) {
  return (
    <div>
      <dt className="font-semibold">{title}</dt>
      <dd>
        {sample}
        <p className="mt-1 text-note text-muted">
          <span key={said}>{said}</span>
        </p>
      </dd>
    </div>
  )
}

type SampleProps = { shades: { accent: string; slip: string }; on: { ground: string; onAccent: string } }

/** Drawn: the page's own scheme is no matter, and there is no style that the policy would have to let in. */
function Sample({ shades, on }: SampleProps) {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 200 56"
      className="mt-1 w-full max-w-72 border border-edge font-sans font-bold forced-color-adjust-none"
    >
      <rect width="200" height="56" fill={on.ground} />
      <rect x="8" y="10" width="64" height="36" fill={shades.accent} />
      <text x="40" y="33" textAnchor="middle" fontSize="14" fill={on.onAccent}>
        Words
      </text>
      <text x="104" y="33" textAnchor="middle" fontSize="14" fill={shades.accent}>
        Words
      </text>
      <rect x="136" y="10" width="56" height="36" fill={shades.slip} />
      <text x="164" y="33" textAnchor="middle" fontSize="14" fill="#ffffff">
        Words
      </text>
    </svg>
  )
}
