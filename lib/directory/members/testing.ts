import { allSeats } from '@/lib/directory/seats'
import type { Context } from '@/lib/kernel/context'
import type { MemberRow } from './rows'

/** Lists that are wrong as a whole: what is wrong with each, how the one in use is spoilt, and for what it is refused. */
export const wrongLists: [string, (rows: MemberRow[]) => MemberRow[], RegExp][] = [
  [
    'members shifted by one row against their seats',
    (rows) => rows.map((row, at) => ({ ...row, member: rows[(at + 1) % rows.length]?.member ?? null })),
    /: 650 seats would get another MP, [^;]+; 649 members would sit for another seat than before, more than a tenth/,
  ],
  [
    'addresses shifted by one row against their members',
    (rows) => withEmail(rows, (at) => rows[(at + 1) % rows.length]?.member?.email ?? null),
    / MPs would get an address that is another MP’s, more than a tenth of the seats/,
  ],
  [
    'addresses at a misspelt domain',
    (rows) => withEmail(rows, (_, email) => email?.replace(/@parliament\.uk$/, '@parliment.uk') ?? null),
    /: 641 seats would get [^;]+; 641 addresses are at domains where no MP has had one \(parliment\.uk\), more than/,
  ],
  [
    'one address for all',
    (rows) => withEmail(rows, () => 'office@parliament.uk'),
    /; 649 MPs would share an address with another, more than a tenth/,
  ],
  [
    'no address at all',
    (rows) => withEmail(rows, () => null),
    /; 647 MPs would lose their address, more than a tenth of the seats; no member of the list has an e-mail\./,
  ],
]

/** Who sits, as a list of members. */
export async function listInUse(ctx: Context): Promise<MemberRow[]> {
  return (await allSeats(ctx)).map(({ code, mp }, at) => ({
    code,
    member: mp && { memberId: mp.memberId, name: mp.name, party: mp.party, email: mp.email },
    line: at + 2,
  }))
}

function withEmail(rows: MemberRow[], emailOf: (at: number, email: string | null) => string | null): MemberRow[] {
  return rows.map(({ member, ...row }, at) => ({
    ...row,
    member: member && { ...member, email: emailOf(at, member.email) },
  }))
}
