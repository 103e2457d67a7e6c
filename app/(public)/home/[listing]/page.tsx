import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { HomePage, homeMetadata } from '@/app/(public)/home-page'

export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ listing: string }> }

export function generateMetadata(): Promise<Metadata> {
  return homeMetadata()
}

export default async function Home({ params }: Props) {
  if ((await params).listing !== 'live') notFound()
  return <HomePage />
}
