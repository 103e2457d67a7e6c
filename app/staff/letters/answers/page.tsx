import { posted } from '@/app/_server/request'
import { staffPage } from '@/app/staff/staff-page'
import { Part } from '@/components/staff/part'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/choosing/checkbox'
import { Table } from '@/components/ui/table'
import { TextField } from '@/components/ui/typing/text-field'
import { partyAfterName } from '@/lib/directory/party-words'
import { counted, longDate } from '@/lib/kernel/text'
import {
  type AnswersFilter,
  answersFilter,
  type ListedAnswer,
  listAnswers,
} from '@/lib/letters/mp-answers/list-answers'
import { openAnswer } from '@/lib/letters/mp-answers/open-answer'
import { form } from './form'

export const metadata = { title: 'What MPs answered' }

const SHOWN = 200

export default staffPage(
  {
    verb: 'answers.see',
    at: '/staff/letters',
    title: 'What MPs answered',
    lead: 'As their constituents wrote it down for the team. Each is opened by a button, and that is audited.',
  },
  async ({ ctx }, query) => {
    const filter = answersFilter.parse(query)
    const asked = posted(form)?.values.letter
    const [{ answers, total }, opened] = await Promise.all([
      listAnswers(ctx, filter, SHOWN),
      asked ? openAnswer(ctx, asked) : null,
    ])
    const address = new URLSearchParams({ find: filter.find, ...(filter.quote && { quote: 'yes' }) })
    return (
      <>
        {opened && (
          <Part id="opened" heading="An answer">
            <p dir="auto" className="max-w-measure border-l-2 border-edge pl-4 whitespace-pre-line wrap-anywhere">
              {opened.said}
            </p>
            <p className="mt-3 max-w-measure text-muted">
              Written down on {longDate(opened.saidAt)}.{' '}
              {opened.quote
                ? `Its writer agreed on ${longDate(opened.quote.at)} to: “${opened.quote.wording}”`
                : 'It must not be quoted: its writer has given no leave.'}
            </p>
          </Part>
        )}
        <Narrow filter={filter} />
        <p>
          {total === 0
            ? 'Nobody has written down an answer that fits.'
            : `${counted(total, 'answer')}${total > SHOWN ? `; the first ${SHOWN} are shown` : ''}.`}{' '}
          {total > 0 && (
            <a className="link" href={`/staff/letters/answers/csv?${address}`}>
              Take them out as CSV
            </a>
          )}
        </p>
        {answers.length > 0 && <Answers answers={answers} address={`${address}`} />}
        <p>
          <a className="link" href="/staff/letters">
            All letters
          </a>
        </p>
      </>
    )
  },
)

function Narrow({ filter }: { filter: AnswersFilter }) {
  return (
    <form
      id="filter-form"
      method="get"
      action="/staff/letters/answers"
      className="flex flex-wrap items-end gap-x-6 gap-y-4"
    >
      <TextField
        name="find"
        label="MP or constituency"
        width="half"
        autoComplete="off"
        type="search"
        defaultValue={filter.find}
      />
      <Checkbox name="quote" label="Only those that may be quoted" checked={filter.quote} />
      <Button look="second">Show</Button>
    </form>
  )
}

function Answers({ answers, address }: { answers: readonly ListedAnswer[]; address: string }) {
  return (
    <Table
      caption="What MPs answered, by MP"
      captionHidden
      columns={[
        { label: 'MP' },
        { label: 'Constituency' },
        { label: 'Campaign' },
        { label: 'Written down' },
        { label: 'May be quoted' },
        { label: 'Answer' },
      ]}
      rows={answers.map(({ letterId, mp, party, constituency, campaign, saidAt, mayQuote }) => ({
        key: letterId,
        cells: [
          mp ? `${mp}, ${partyAfterName(party)}` : 'not known any more',
          constituency,
          campaign,
          longDate(saidAt),
          mayQuote ? 'yes' : 'no',
          <form key={letterId} method="post" action={`/staff/letters/answers?${address}`}>
            <Button look="quiet" name="letter" value={letterId}>
              Open<span className="sr-only"> what is written down for {constituency}</span>
            </Button>
          </form>,
        ],
      }))}
    />
  )
}
