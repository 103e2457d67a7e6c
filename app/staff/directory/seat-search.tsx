import { Button } from '@/components/ui/button'

/** Searches every seat; `kept` goes along in the address. */
export function SeatSearch({ find = '', kept = {} }: { find?: string; kept?: Record<string, string> }) {
  return (
    <form id="seats-form" method="get" action="/staff/directory/seats" className="max-w-[38rem]">
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label htmlFor="find" className="block font-bold">
        Find a seat by name, MP, party or address
      </label>
      <div className="mt-1 flex items-stretch gap-3">
        <input
          id="find"
          name="find"
          type="search"
          defaultValue={find}
          maxLength={100}
          autoComplete="off"
          className="control min-w-0 flex-1"
        />
        <Button look="second">Find</Button>
      </div>
    </form>
  )
}
