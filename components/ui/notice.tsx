import type { ReactNode } from 'react'
import { Icon } from './icon'
import { Unbroken } from './unbroken'

type Look = 'info' | 'held' | 'done' | 'fault'

const looks: Record<Look, { box: string; mark: string; icon: 'arrow' | 'pause' | 'tick' | 'alert' }> = {
  info: { box: 'border-edge bg-ground', mark: 'bg-board text-on-board', icon: 'arrow' },
  held: { box: 'border-edge bg-ground', mark: 'bg-amber text-black', icon: 'pause' },
  done: { box: 'border-accent bg-accent-wash', mark: 'bg-accent text-on-accent', icon: 'tick' },
  fault: { box: 'border-fault bg-fault-wash', mark: 'bg-fault text-ground', icon: 'alert' },
}

type Props = { look?: Look; heading?: ReactNode; id?: string; children?: ReactNode }

/** Something that the reader should know now: in passing, waiting, done, or gone wrong. */
export function Notice({ look = 'info', heading, id, children }: Props) {
  const { box, mark, icon } = looks[look]
  return (
    <div id={id} className={`flex border-2 ${box}`}>
      <div className={`flex w-11 shrink-0 justify-center pt-4 ${mark}`}>
        <Icon name={icon} />
      </div>
      <div className="max-w-measure min-w-0 space-y-2 px-4 py-3.5">
        {heading && (
          <h2 className="text-h3">
            <Unbroken>{heading}</Unbroken>
          </h2>
        )}
        <Unbroken>{children}</Unbroken>
      </div>
    </div>
  )
}
