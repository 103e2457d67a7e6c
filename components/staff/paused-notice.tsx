import { Icon } from '@/components/ui/icon'

/** On every staff page while something is switched off: what, and where it is switched on again. */
export function PausedNotice({ paused, href }: { paused: readonly string[]; href: string | null }) {
  if (paused.length === 0) return null
  return (
    <aside aria-label="Switched off" className="bg-amber text-black">
      <div className="mx-auto flex max-w-page gap-3 px-4 sm:px-8">
        <Icon name="pause" className="mt-2.5 shrink-0" />
        <div className="flex flex-wrap items-center gap-x-6">
          <ul className="space-y-0.5 py-2 font-semibold">
            {paused.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          {href && (
            <a className="inline-flex min-h-target items-center font-semibold underline" href={href}>
              To the switches
            </a>
          )}
        </div>
      </div>
    </aside>
  )
}
