import { notFound } from 'next/navigation'

// Next would otherwise answer an unknown address with a page made at build, which cannot name the operator.
export const dynamic = 'force-dynamic'
export const metadata = { title: 'There is no such page' }

export default function Missing(): never {
  notFound()
}
