import { Notice } from '@/components/ui/notice'
import { TextArea } from '@/components/ui/typing/text-area'

/** What somebody had typed when their session turned out to have ended: nothing was saved, and nothing is lost. */
export function TypedBefore({ values, isCut }: { values: Record<string, string>; isCut: boolean }) {
  return (
    <>
      <Notice look="fault" heading="You were signed out before that was saved">
        <p>
          {isCut
            ? 'The first part of what you typed is below; the rest is too long to show.'
            : 'What you typed is below.'}{' '}
          Copy it, sign in again, and put it back where it belongs.
        </p>
      </Notice>
      {Object.entries(values).map(([name, value], at) => (
        <TextArea
          key={name}
          id={`typed-${at}`}
          name={`typed-${at}`}
          label={name}
          rows={Math.min(20, 2 + value.length / 60)}
          readOnly
          defaultValue={value}
        />
      ))}
    </>
  )
}
