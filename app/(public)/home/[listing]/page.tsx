import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { HomePage, homeMetadata } from '@/app/(public)/home-page'

// next.config.ts leads `/` here: a page with a parameter is made when first asked for, not at build.
export const revalidate = 10

export function generateStaticParams(): { listing: string }[] {
  return []
}

type Props = { params: Promise<{ listing: string }> }

export function generateMetadata(): Promise<Metadata> {
  return homeMetadata()
}

export default async function Home({ params }: Props) {
  if ((await params).listing !== 'live') notFound()
  return <HomePage />
}
