import { Icon } from '../ui/icon'

/** On every staff page while something is switched off: what, and where it is switched on again. */
export function PausedNotice({ paused, href }: { paused: readonly string[]; href: string | null }) {
  if (paused.length === 0) return null
  return (
    <aside aria-label="Switched off" className="bg-amber text-black">
      <div className="mx-auto flex max-w-page gap-3 px-4 py-2.5 sm:px-8">
        <Icon name="pause" className="mt-1 shrink-0" />
        <div className="flex flex-wrap items-baseline gap-x-6 gap-y-1">
          <ul className="space-y-0.5 font-semibold">
            {paused.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
          {href && (
            <a className="font-semibold underline" href={href}>
              To the switches
            </a>
          )}
        </div>
      </div>
    </aside>
  )
}
