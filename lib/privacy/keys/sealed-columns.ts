import { SEALED_FORM, type SealedField } from '@/lib/kernel/secrets/crypto'

/** A table that holds sealed values. Its parts are written into statements as they stand here. */
export type SealedTable = {
  table: string
  /** The primary key that it is gone through by, and its type. */
  key: string
  type: 'uuid' | 'bigint' | 'text'
  /** What its values were sealed with as their row's id. */
  rowId: string
  columns: { column: string; field: SealedField; isJson?: true }[]
  /** Which of its rows hold any, where most do not. */
  only?: string
}

/** Everything that is sealed, anywhere: whatever is not listed here is lost with the key that sealed it. */
export const sealedTables: SealedTable[] = [
  {
    table: 'settings',
    key: 'name',
    type: 'text',
    rowId: 'name',
    columns: [{ column: 'value', field: 'lookup-key', isJson: true }],
    only: "name = 'lookup_key'",
  },
  {
    table: 'webhook_endpoints',
    key: 'id',
    type: 'uuid',
    rowId: 'id::text',
    columns: [
      { column: 'url_sealed', field: 'webhook-address' },
      { column: 'secret_sealed', field: 'webhook-secret' },
      { column: 'old_secret_sealed', field: 'webhook-secret' },
    ],
  },
  {
    table: 'staff_apps',
    key: 'staff_id',
    type: 'text',
    rowId: 'staff_id',
    columns: [{ column: 'secret_sealed', field: 'app-secret' }],
  },
  {
    table: 'staff_kept_forms',
    key: 'id',
    type: 'text',
    rowId: 'id',
    columns: [{ column: 'fields_sealed', field: 'kept-form' }],
  },
  {
    table: 'webhook_attempts',
    key: 'id',
    type: 'bigint',
    rowId: 'id::text',
    columns: [{ column: 'answer_sealed', field: 'webhook-answer' }],
  },
  {
    table: 'supporters',
    key: 'id',
    type: 'uuid',
    rowId: 'id::text',
    columns: [
      { column: 'name_sealed', field: 'name' },
      { column: 'email_sealed', field: 'email' },
      { column: 'postcode_sealed', field: 'postcode' },
    ],
  },
  {
    table: 'letters',
    key: 'id',
    type: 'uuid',
    rowId: 'id::text',
    columns: [{ column: 'text_sealed', field: 'letter' }],
  },
  {
    table: 'mp_answers',
    key: 'letter_id',
    type: 'uuid',
    rowId: 'letter_id::text',
    columns: [{ column: 'text_sealed', field: 'mp-answer' }],
  },
  {
    table: 'delivery_attempts',
    key: 'id',
    type: 'bigint',
    // As lib/delivery/ledger/sealed-message.ts has it.
    rowId: "batch_id || ' ' || place",
    columns: [{ column: 'message_sealed', field: 'message' }],
  },
]

/** How a sealed value of the present form begins under a key. */
export function startUnder(keyId: string): string {
  return `${SEALED_FORM}.${keyId}.`
}

/** The beginning of a column's sealed text, in a statement: as long as {@link startUnder}, so that a long letter is not read whole. */
export function startOf(column: SealedTable['columns'][number]): string {
  return `substr(${textOf(column)}, 1, ${startUnder('0'.repeat(8)).length})`
}

/** A column's sealed text, in a statement. */
export function textOf({ column, isJson }: SealedTable['columns'][number]): string {
  return isJson ? `(${column} #>> '{}')` : column
}
