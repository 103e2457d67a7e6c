import { again, typedIn } from '@/app/_server/forms/make-form'
import { MOST_BYTES_OF_LIST } from '@/app/_server/forms/read-form'
import { staffForm, staffForms } from '@/app/_server/forms/staff-form'
import { ChangesTooMuch } from '@/lib/directory/guard/let-in'
import { bringInMemberList, discardMemberList, uploadMemberList } from '@/lib/directory/members/uploaded/waiting-list'
import { ExpectedFailure } from '@/lib/kernel/faults/errors'
import { isId } from '@/lib/kernel/id'

const PAGE = '/staff/directory/members'

/** Takes a list of members in: it is compared, and waits. */
export const upload = staffForm({
  verb: 'directory.confirm',
  most: MOST_BYTES_OF_LIST,
  answer: async ({ ctx, sent }) => {
    const file = sent.get('list')
    if (!(file instanceof File) || (file.name === '' && file.size === 0)) {
      return again({}, [{ field: 'list', message: 'Choose a file.' }])
    }
    return orSayWhy('list', async () => {
      await uploadMemberList(ctx, { fileName: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
      return `${PAGE}#waiting`
    })
  },
})

/** Brings the list that waits in: with `way` "confirm" although it would change too much. */
export const bringIn = staffForm({
  verb: 'directory.confirm',
  answer: ({ ctx, sent }) => {
    const { id, way } = typedIn(sent, ['id', 'way'])
    return orSayWhy('waiting', async () => {
      const { report } = await bringInMemberList(ctx, listId(id), way === 'confirm' ? 'confirm' : 'apply')
      const changes = report.new.length + report.changed.length + report.left.length
      return `/staff/directory?done=${changes > 0 ? 'list' : 'same-list'}#mps`
    })
  },
})

export const discard = staffForm({
  verb: 'directory.confirm',
  answer: ({ ctx, sent }) =>
    orSayWhy('waiting', async () => {
      await discardMemberList(ctx, listId(typedIn(sent, ['id']).id))
      return `${PAGE}?done=discarded`
    }),
})

/** What is done with a list of members from a file. */
export const form = staffForms({ upload, 'bring-in': bringIn, discard })

function listId(typed: string): string {
  if (isId(typed)) return typed
  throw new ExpectedFailure('Nothing was chosen.')
}

async function orSayWhy(field: string, work: () => Promise<string>) {
  try {
    return { redirect: await work() }
  } catch (error) {
    if (!(error instanceof ExpectedFailure)) throw error
    const message =
      error instanceof ChangesTooMuch
        ? 'Nothing was changed: the directory is another one by now, and the list would change too much. Look at it once more.'
        : error.message
    return again({}, [{ field, message }])
  }
}
