import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import type { EditorList } from '@/lib/content/parts/field'
import { DragOrder } from './drag-order'

type Props = {
  list: EditorList
  title: string
  items: readonly { id: string; name: string; fields: ReactNode }[]
  error: string | undefined
}

/** The items of a list, in order: each with its fields, and buttons that move it or take it out. */
export function ListItems({ list, title, items, error }: Props) {
  return (
    <section id={list.key} tabIndex={-1} aria-label={title} className="space-y-4">
      {error && <FieldError id={list.key} message={error} />}
      {items.length === 0 && <p className="max-w-measure border-l-[0.3333rem] border-hair pl-4">{list.empty}</p>}
      <DragOrder hasIds={list.ids}>
        {items.map(({ id, name, fields }, at) => (
          <li key={id} id={`${list.key}.${id}`} tabIndex={-1} className="border-2 border-hair bg-ground">
            <input type="hidden" name={list.key} value={id} />
            <div className="flex flex-wrap items-center gap-x-5 border-b-2 border-hair bg-desk px-4">
              <span
                data-handle
                aria-hidden="true"
                className="hidden min-h-target cursor-grab items-center text-h3 text-muted select-none data-[on]:inline-flex"
              >
                <Dots />
              </span>
              <h2 className="min-w-0 flex-1 basis-40 py-2 text-h3">{name}</h2>
              <Move what="up" list={list} id={id} name={name} off={at === 0} />
              <Move what="down" list={list} id={id} name={name} off={at === items.length - 1} />
              <Move what="copy" list={list} id={id} name={name} off={items.length >= list.most} />
              <Move what="remove" list={list} id={id} name={name} off={false} />
            </div>
            <div data-fields className="space-y-6 px-4 py-5">
              {fields}
            </div>
          </li>
        ))}
      </DragOrder>
      {items.length < list.most && (
        <Button look="second" name="change" value={`add:${list.key}`}>
          Add {/^[aeiou]/.test(list.one) ? 'an' : 'a'} {list.one}
        </Button>
      )}
    </section>
  )
}

const moveWords = { up: 'Move up', down: 'Move down', copy: 'Duplicate', remove: 'Remove' }

type MoveProps = { what: keyof typeof moveWords; list: EditorList; id: string; name: string; off: boolean }

/** What one takes hold of, drawn: few fonts have a sign for it. */
function Dots() {
  return (
    <svg viewBox="0 0 10 16" width="10" height="16" aria-hidden="true" focusable="false" className="fill-current">
      {[2, 8, 14].flatMap((y) => [2, 8].map((x) => <circle key={`${x} ${y}`} cx={x} cy={y} r="1.6" />))}
    </svg>
  )
}

function Move({ what, list, id, name, off }: MoveProps) {
  if (off) return null
  return (
    <Button look="quiet" name="change" value={`${what}:${list.key}:${id}`}>
      {moveWords[what]}
      <span className="sr-only"> {name}</span>
    </Button>
  )
}
