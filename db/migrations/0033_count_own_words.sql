ALTER TABLE "letters" ADD COLUMN "own_words" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "letters" ADD COLUMN "answered" text[] DEFAULT '{}' NOT NULL;