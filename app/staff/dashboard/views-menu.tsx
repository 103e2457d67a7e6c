import { type Asked, addressOf, type View, views } from './view'

const words: Record<View, string> = {
  overview: 'Overview',
  time: 'Over time',
  places: 'Places and MPs',
  sources: 'Sources',
  letters: 'Letters',
}

/** The ways to see the figures that were asked for. */
export function ViewsMenu({ asked }: { asked: Asked }) {
  return (
    <nav aria-label="Views" className="flex flex-wrap gap-x-6 border-b-2 border-edge">
      {views.map((each) => (
        <a
          key={each}
          href={addressOf(asked, { view: each })}
          aria-current={each === asked.view ? 'page' : undefined}
          className={`inline-flex min-h-target items-center font-semibold ${each === asked.view ? 'border-b-4 border-amber' : 'link-plain'}`}
        >
          {words[each]}
        </a>
      ))}
    </nav>
  )
}
