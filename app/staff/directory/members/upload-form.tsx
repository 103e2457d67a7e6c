import { Part } from '@/components/staff/part'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'

/** Takes a file in; `another`: one waits already. */
export function UploadForm({ another, error }: { another: boolean; error: string | undefined }) {
  return (
    <Part id="upload" heading={another ? 'Another list in its place' : 'Upload a list'}>
      <div className="grid gap-x-12 gap-y-7 lg:grid-cols-2">
        <form
          id="upload-form"
          method="post"
          encType="multipart/form-data"
          action="/staff/directory/members"
          className="max-w-[34rem] space-y-5"
          noValidate
        >
          <input type="hidden" name="do" value="upload" />
          <Field id="list" label="A CSV file" hint="Saved as CSV in UTF-8, at most 1 MB." error={error}>
            {(tied) => (
              <input
                {...tied}
                type="file"
                name="list"
                accept=".csv,text/csv"
                className="control w-full max-w-measure"
              />
            )}
          </Field>
          <Button look={another ? 'second' : 'main'}>Compare it</Button>
        </form>
        <div className="max-w-measure space-y-3">
          <p>Its first row names the columns, in any order. Others beside them are passed over.</p>
          <dl className="border-t border-hair">
            {columns.map(({ name, says }) => (
              <div key={name} className="flex gap-x-4 border-b border-hair py-1.5">
                <dt className="w-28 shrink-0">
                  <code>{name}</code>
                </dt>
                <dd className="min-w-0">{says}</dd>
              </div>
            ))}
          </dl>
          <p>
            A row without a member empties its seat. Seats that the list does not name stay as they are. An address that
            differs counts as set by hand.
          </p>
          <p>
            <a
              className="link inline-flex min-h-target items-center font-semibold"
              href="/staff/directory/members/csv"
              download
            >
              The list in use, as CSV
            </a>
          </p>
        </div>
      </div>
    </Part>
  )
}

const columns = [
  { name: 'code', says: 'the constituency’s code, as E14001172; or gss_code' },
  { name: 'member_id', says: 'the member’s number at the UK Parliament' },
  { name: 'member', says: 'their name; or name' },
  { name: 'party', says: 'their party' },
  { name: 'email', says: 'their address, or nothing' },
]
