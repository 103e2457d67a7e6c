import { Details } from '@/components/ui/details'
import { FORMS_MOST } from '@/lib/content/wordings/alternatives'
import { readSentences, type Sentence, say } from '@/lib/content/wordings/sentence'
import { counted } from '@/lib/kernel/text'

/** Of each sentence. */
const SHOWN = 4

/** The sentences of some wordings with the first of the ways in which each can be said. */
export function FormsList({ wordings }: { wordings: readonly string[] }) {
  const sentences = wordings.flatMap(readSentences).filter(({ forms }) => forms > 1)
  return (
    <Details look="plain" summary="What can be said">
      <ul className="space-y-3 text-note wrap-anywhere">
        {sentences.map((sentence, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a sentence is known by its place.
          <li key={at}>
            <span key={sentence.source}>{many(sentence.forms)}</span>
            <ul className="mt-1 list-[square] space-y-0.5 pl-5">
              {firstForms(sentence).map((form, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a form is known by its number.
                <li key={`${place} ${form}`}>{form === '' ? '(left out)' : form}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Details>
  )
}

function many(forms: number): string {
  if (forms > FORMS_MOST) return `More than ${counted(FORMS_MOST, 'way', 'ways')}, which are too many`
  const shown = forms > SHOWN ? `; the first ${SHOWN}:` : ':'
  return `${counted(forms, 'way')} to say it${shown}`
}

function firstForms(sentence: Sentence): string[] {
  return Array.from({ length: Math.min(sentence.forms, SHOWN) }, (_, form) => say(sentence, form))
}
